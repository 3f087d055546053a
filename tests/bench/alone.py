"""What one would write by hand instead of an import, as programs that are run by themselves: {path} is the file."""

DUCKDB_IDS_ONCE = """
import duckdb
with duckdb.connect() as connection:
    connection.sql('''
        SELECT isodow(t) AS weekday, hour(t) AS hour, t::DATE AS day, channel, reason, count(*) FROM (
            SELECT id, min(created_at) AT TIME ZONE 'Europe/Helsinki' AS t, any_value(channel) AS channel,
                any_value(reason) AS reason FROM read_csv('{path}') GROUP BY id)
        GROUP BY GROUPING SETS ((weekday, hour), (day), (channel), (reason))''').fetchall()
"""
DUCKDB_ROWS = """
import duckdb
with duckdb.connect() as connection:
    connection.sql('''
        SELECT isodow(t) AS weekday, hour(t) AS hour, t::DATE AS day, channel, reason, count(*) FROM (
            SELECT created_at AT TIME ZONE 'Europe/Helsinki' AS t, channel, reason FROM read_csv('{path}'))
        GROUP BY GROUPING SETS ((weekday, hour), (day), (channel), (reason))''').fetchall()
"""
PANDAS = """
import pandas
rows = pandas.read_csv('{path}').drop_duplicates('id')
times = pandas.to_datetime(rows['created_at'], utc=True, format='ISO8601').dt.tz_convert('Europe/Helsinki')
rows.groupby([times.dt.day_of_week, times.dt.hour]).size(), rows.groupby(times.dt.floor('D')).size()
rows['channel'].value_counts(), rows['reason'].value_counts()
"""
OPENPYXL = """
import openpyxl
from collections import Counter
book = openpyxl.load_workbook('{path}', read_only=True)
rows = book.active.iter_rows(min_row=2, values_only=True)
first = {{}}
for number, moment, *_ in rows:
    first[number] = min(moment, first.get(number, moment))
Counter((moment.weekday(), moment.hour) for moment in first.values())
Counter(moment.date() for moment in first.values())
"""
