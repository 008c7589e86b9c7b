package io.teal.rehearsal.template;

import java.util.Map;

/**
 * From what to what AWS takes a number; it refuses the resource otherwise, and so must a rehearsal.
 *
 * <p>Source: the API references of Elastic Load Balancing (CreateTargetGroup, TargetGroupAttribute,
 * LoadBalancerAttribute, ListenerAttribute, TargetGroupTuple, TargetGroupStickinessConfig, CreateRule, CreateListener),
 * Auto Scaling (PutLifecycleHook, RefreshPreferences, PutScalingPolicy) and CloudWatch (PutMetricAlarm), read in
 * November 2026.
 */
record AwsRange(int least, int most) {
    private static final int HOUR = 3600;
    private static final int TWO_DAYS = 172_800;
    private static final int WEEK = 604_800;
    private static final int LAST_PORT = 65_535;
    private static final AwsRange PERCENT = new AwsRange(0, 100);
    private static final AwsRange THRESHOLD = new AwsRange(2, 10);
    private static final AwsRange STICKY = new AwsRange(1, WEEK);
    private static final AwsRange AT_LEAST_ONE = new AwsRange(1, Integer.MAX_VALUE);

    private static final Map<String, AwsRange> BY_NAME = Map.ofEntries(
            Map.entry("Port", new AwsRange(1, LAST_PORT)),
            Map.entry("HealthCheckPort", new AwsRange(1, LAST_PORT)),
            Map.entry("HealthCheckIntervalSeconds", new AwsRange(5, 300)),
            Map.entry("HealthCheckTimeoutSeconds", new AwsRange(2, 120)),
            Map.entry("HealthyThresholdCount", THRESHOLD),
            Map.entry("UnhealthyThresholdCount", THRESHOLD),
            Map.entry("deregistration_delay.timeout_seconds", new AwsRange(0, HOUR)),
            Map.entry("stickiness.lb_cookie.duration_seconds", STICKY),
            Map.entry("stickiness.app_cookie.duration_seconds", STICKY),
            Map.entry("DurationSeconds", STICKY),
            Map.entry("idle_timeout.timeout_seconds", new AwsRange(1, 4000)),
            Map.entry("client_keep_alive.seconds", new AwsRange(60, WEEK)),
            Map.entry("tcp.idle_timeout.seconds", new AwsRange(60, 6000)),
            Map.entry("Weight", new AwsRange(0, 999)),
            Map.entry("Priority", new AwsRange(1, 50_000)),
            Map.entry("HeartbeatTimeout", new AwsRange(30, 7200)),
            Map.entry("MinHealthyPercentage", PERCENT),
            Map.entry("MaxHealthyPercentage", new AwsRange(100, 200)),
            Map.entry("CheckpointPercentages", new AwsRange(1, 100)),
            Map.entry("CheckpointDelay", new AwsRange(0, TWO_DAYS)),
            Map.entry("BakeTime", new AwsRange(0, TWO_DAYS)),
            Map.entry("EvaluationPeriods", AT_LEAST_ONE),
            Map.entry("DatapointsToAlarm", AT_LEAST_ONE));

    private static final AwsRange ANY = new AwsRange(0, Integer.MAX_VALUE);

    /** That of property or attribute {@code name}, whose names are AWS's; any number if AWS has no range for it. */
    static AwsRange of(String name) {
        return BY_NAME.getOrDefault(name, ANY);
    }

    boolean has(int number) {
        return least <= number && number <= most;
    }

    @Override
    public String toString() {
        return most == Integer.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
    }
}
