package io.teal.runtime.run;

import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The time after an installation in place in which the alarms are watched. */
final class Bake {
    private static final String ALARM = "ALARM";

    private final Aws aws;
    private final List<String> names;
    private final Duration length;

    Bake(Aws aws, Event event) {
        CutoverProperties properties = event.properties();
        this.aws = aws;
        this.names = new ArrayList<>(properties.alarms());
        event.install().color().map(properties::of).ifPresent(color -> names.addAll(color.alarms()));
        this.length = event.install().inPlace().orElseThrow();
    }

    /**
     * The alarms that are in ALARM, if any are.
     *
     * @throws AwsException if one cannot be read: it may be any of them
     */
    Optional<String> alarm() {
        Map<String, String> states = names.isEmpty() ? Map.of() : aws.describeAlarms(names);
        for (String name : names) {
            if (!states.containsKey(name)) {
                throw new AwsException("NotThere", "alarm " + name + " cannot be read", null);
            }
        }
        List<String> on =
                names.stream().filter(name -> ALARM.equals(states.get(name))).toList();
        return on.isEmpty() ? Optional.empty() : Optional.of("in ALARM: " + String.join(", ", on));
    }

    boolean over(Instant since, Instant now) {
        return !now.isBefore(since.plus(length));
    }
}
