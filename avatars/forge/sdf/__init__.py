"""Signed distance fields: functions from points (n,3) to distances (n,), negative inside, in metres."""
