"""The record as CSV: which columns leave (columns, one file a table), made safe for spreadsheets, streamed by COPY.

UTF-8 without a byte order mark (`?bom=1` adds one for Excel), RFC 4180: comma, CRLF, every text in quotation marks.
NULL is an empty field; 0 and false are not. As a spreadsheet (XLSX) the same rows
and columns. An allow-list: a column that stands in no table here never leaves.
"""
