"""What a worker counts, for Prometheus."""

from prometheus_client import Counter, Gauge, Histogram

RECORDS = Counter("rasid_records", "Messages read and handled, dead letters included.", ["topic"])
DEAD_LETTERS = Counter("rasid_dead_letters", "Messages that could not be processed.", ["topic", "code"])
SKIPPED = Counter("rasid_skipped", "Messages acknowledged without a result.", ["topic", "reason"])
EVENTS = Counter("rasid_events", "Events found in articles.", ["type", "language"])
ALERTS = Counter("rasid_alerts", "Alerts published.", ["rule", "status"])
RULES_RELOAD_SUCCESS = Gauge("rasid_rules_reload_success", "Whether the rule files are right as they stand: 1 or 0.")
NOTIFICATIONS = Counter("rasid_notifications", "Alerts handed to a channel.", ["channel", "outcome"])
NOTIFICATION_RETRIES = Counter(
    "rasid_notification_retries", "Tries of alerts that a channel did not take.", ["channel"]
)
NOTIFICATION_DELAY = Histogram(
    "rasid_notification_delay_seconds",
    "From the time an alert is dated by to its being taken by a channel.",
    ["channel"],
    buckets=(1, 2, 5, 15, 60, 300, 1800, 7200, 43200, 86400),
)
PROCESSING_SECONDS = Histogram(
    "rasid_processing_seconds",
    "Time spent on one message, without Kafka.",
    ["topic"],
    buckets=(0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5),
)
