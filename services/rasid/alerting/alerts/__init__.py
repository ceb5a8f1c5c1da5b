"""The life of an alert: when it is told, what it says has changed, and when it ends. The fold behind `alerts.v1`."""
