package io.teal.rehearsal.aws.cloudwatch;

import java.util.List;

/** The state of an alarm, evaluated as CloudWatch does. */
enum AlarmState {
    /** Within the threshold. */
    OK,
    /** Breaching the threshold. */
    ALARM,
    /** Not enough data. */
    INSUFFICIENT_DATA;

    /**
     * Evaluates the newest values, at most as many as the window has periods; where there are fewer, the rest is
     * missing data.
     *
     * @param before the previous state
     */
    static AlarmState of(AlarmModel alarm, List<Double> values, AlarmState before) {
        int known = values.size();
        int absent = alarm.window().periods() - known;
        long breaching = values.stream()
                .filter(value -> alarm.comparison().breached(value, alarm.threshold()))
                .count();
        int needed = alarm.window().datapoints();
        return switch (alarm.window().missing()) {
            case "breaching" -> breaching + absent >= needed ? ALARM : OK;
            case "notBreaching" -> breaching >= needed ? ALARM : OK;
            case "ignore" -> known > breaching || breaching >= needed ? alarmIf(breaching >= needed) : before;
            default -> known == 0 ? INSUFFICIENT_DATA : alarmIf(breaching >= Math.min(needed, known));
        };
    }

    private static AlarmState alarmIf(boolean alarm) {
        return alarm ? ALARM : OK;
    }
}
