"""New York: the CPLR, and time by the General Construction Law."""
