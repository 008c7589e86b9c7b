package io.teal.release;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spelling of a strategy. */
final class StrategyText {
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final Pattern STEPS = Pattern.compile("(canary|linear):([0-9]{1,2})%,([0-9]{1,5})([smh])");

    private StrategyText() {}

    static Strategy parse(String text) {
        if (text.equals("all-at-once")) {
            return new Strategy.AllAtOnce();
        }
        Matcher steps = STEPS.matcher(text);
        if (!steps.matches()) {
            throw new InvalidValueException("a strategy is " + Strategy.ALLOWED + ", got '" + text + "'");
        }
        int percent = Integer.parseInt(steps.group(2));
        Duration hold = hold(Long.parseLong(steps.group(3)), steps.group(4));
        return steps.group(1).equals("canary")
                ? new Strategy.Canary(percent, hold)
                : new Strategy.Linear(percent, hold);
    }

    static void check(int percent, Duration hold) {
        Objects.requireNonNull(hold, "hold");
        boolean inRange = hold.getNano() == 0 && hold.toSeconds() >= 1 && hold.toSeconds() <= DAY_SECONDS;
        if (percent < 1 || percent > 99 || !inRange) {
            throw new InvalidValueException("a strategy is " + Strategy.ALLOWED + ", got " + percent + "% and " + hold);
        }
    }

    static String render(int percent, Duration hold) {
        long seconds = hold.toSeconds();
        String time =
                seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        return percent + "%," + time;
    }

    private static Duration hold(long amount, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
