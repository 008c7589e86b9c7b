package io.teal.release;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
                .flatMap(form -> form.read(Arrays.stream(parts).skip(1).findFirst()))
                .orElseThrow(() -> new InvalidValueException("a strategy is " + allowed() + ", got '" + text + "'"));
    }

    /** Reads a strategy without parameters. */
    static Function<Optional<String>, Optional<Strategy>> plain(Strategy strategy) {
        return parameters -> Optional.of(strategy).filter(plain -> parameters.isEmpty());
    }

    /** Reads a strategy with a share and a time, which {@code strategy} is made of. */
    static Function<Optional<String>, Optional<Strategy>> shared(BiFunction<Integer, Duration, Strategy> strategy) {
        return parameters -> parameters
                .map(SHARE::matcher)
                .filter(Matcher::matches)
                .map(share -> strategy.apply(
                        Integer.valueOf(share.group(1)), hold(Long.parseLong(share.group(2)), share.group(3))));
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
        InvalidValueException.require(
                percent >= 1 && percent <= 99 && inRange,
                "a strategy is " + allowed() + ", got " + percent + "% and " + hold);
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
