package io.teal.release;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The spelling of strategies that have a share and a time: {@code 10%,5m}. */
final class StrategyText {
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,2})%,([0-9]{1,5})([smh])");

    private StrategyText() {}

    static Strategy parse(String text) {
        String[] parts = text.split(":", 2);
        return Arrays.stream(Strategy.Form.values())
                .filter(form -> form.keyword().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> refused(text))
                .read(Arrays.asList(parts).subList(1, parts.length), text);
    }

    /** A strategy without anything after its keyword. */
    static Strategy plain(Strategy strategy, List<String> after, String text) {
        if (!after.isEmpty()) {
            throw refused(text);
        }
        return strategy;
    }

    /** A strategy with a share and a time after its keyword. */
    static Strategy shared(Shared strategy, List<String> after, String text) {
        Matcher share = SHARE.matcher(String.join("", after));
        if (!share.matches()) {
            throw refused(text);
        }
        return strategy.of(Integer.parseInt(share.group(1)), hold(Long.parseLong(share.group(2)), share.group(3)));
    }

    /** Makes a strategy of a share and a time. */
    interface Shared {
        Strategy of(int percent, Duration hold);
    }

    private static InvalidValueException refused(String text) {
        return new InvalidValueException("a strategy is " + Strategy.allowed() + ", got '" + text + "'");
    }

    static String allowed() {
        List<String> examples = Arrays.stream(Strategy.Form.values())
                .map(Strategy.Form::example)
                .toList();
        int last = examples.size() - 1;
        return examples.stream().limit(last).collect(Collectors.joining(", ")) + " or " + examples.get(last)
                + " (percent 1 to 99, time 1s to 24h)";
    }

    static void check(int percent, Duration hold) {
        Objects.requireNonNull(hold, "hold");
        boolean inRange = hold.getNano() == 0 && hold.toSeconds() >= 1 && hold.toSeconds() <= DAY_SECONDS;
        if (percent < 1 || percent > 99 || !inRange) {
            throw new InvalidValueException(
                    "a strategy is " + Strategy.allowed() + ", got " + percent + "% and " + hold);
        }
    }

    static String render(Strategy.Form form, int percent, Duration hold) {
        long seconds = hold.toSeconds();
        String time =
                seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        return form.keyword() + ":" + percent + "%," + time;
    }

    private static Duration hold(long amount, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
