"""The federal courts: FRCP 6 and its sisters, 5 U.S.C. 6103, and the periods of the civil and appellate rules."""
