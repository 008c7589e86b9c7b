package io.teal.rehearsal.aws.cloudwatch;

import java.util.List;

/** What an alarm makes of its last periods, as CloudWatch does. */
enum AlarmState {
    /** Within the threshold. */
    OK,
    /** Beyond it. */
    ALARM,
    /** Nobody knows. */
    INSUFFICIENT_DATA;

    /**
     * Judges the values of the last periods, NaN for each without data.
     *
     * @param before what the alarm said last
     */
    static AlarmState of(AlarmModel alarm, List<Double> values, AlarmState before) {
        long silent = values.stream().filter(value -> value.isNaN()).count();
        long breaching = values.stream()
                .filter(value -> alarm.comparison().breached(value, alarm.threshold()))
                .count();
        long known = values.size() - silent;
        int needed = alarm.window().datapoints();
        return switch (alarm.window().missing()) {
            case "breaching" -> breaching + silent >= needed ? ALARM : OK;
            case "notBreaching" -> breaching >= needed ? ALARM : OK;
            case "ignore" -> known > breaching || breaching >= needed ? verdict(breaching >= needed) : before;
            default -> known == 0 ? INSUFFICIENT_DATA : verdict(breaching >= Math.min(needed, known));
        };
    }

    private static AlarmState verdict(boolean alarm) {
        return alarm ? ALARM : OK;
    }
}
