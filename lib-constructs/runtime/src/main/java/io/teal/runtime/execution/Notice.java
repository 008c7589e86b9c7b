package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is told of a release: one event for programs, and one mail for people. {@code docs/release-event.schema.json}
 * describes the event.
 *
 * @param state what has happened
 * @param headline the same in one line, for a mail's subject and a chat
 * @param reason why, line by line: what failed, what to do, what was seen; empty if nothing failed
 */
record Notice(NoticeState state, String headline, List<String> reason) {
    /** The number that grows when a field of the event changes its meaning or goes. */
    static final String SCHEMA = "1";

    /** SNS takes subjects of ASCII characters, less than 100. */
    private static final int MOST_SUBJECT = 99;

    /** The event of a run that has come to {@code payload}, the {@code number}th that it gives. */
    Map<String, Object> event(Payload payload, Instant now, int number, Optional<Observation> seen) {
        Event event = payload.event();
        CutoverProperties properties = event.properties();
        Map<String, Object> map = new TreeMap<>();
        map.put("schema", SCHEMA);
        map.put("id", event.execution() + ":" + number);
        map.put("state", state.name());
        map.put("headline", headline);
        map.put("service", properties.service());
        map.put("stack", event.stackName());
        map.put("stackId", event.stack());
        map.put("time", now.toString());
        map.put("seconds", Duration.between(payload.asked(), now).toSeconds());
        map.put("by", by(payload));
        map.put("execution", payload.execution());
        map.put("release", release(properties.request()));
        map.put("reason", reason);
        Notices.weights(payload).ifPresent(weights -> map.put("weights", shares(weights)));
        seen.flatMap(Observation::fleets).ifPresent(fleets -> map.put("hosts", hosts(fleets)));
        return map;
    }

    private static String by(Payload payload) {
        if (payload.event().type() == Event.ResourceType.GUARD) {
            return "alarm";
        }
        boolean forward =
                payload.opened().map(opened -> opened.direction().isForward()).orElse(true);
        return forward ? "deploy" : "rollback";
    }

    private static Map<String, Object> release(ReleaseRequest request) {
        Map<String, Object> map = new TreeMap<>();
        map.put("active", request.release().active().toString());
        for (Color color : Color.values()) {
            map.put(color.toString(), request.release().versionOrNone(color));
        }
        return map;
    }

    private static Map<String, Object> shares(Weights weights) {
        Map<String, Object> map = new TreeMap<>();
        for (Color color : Color.values()) {
            map.put(color.toString(), weights.of(color));
        }
        return map;
    }

    private static Map<String, Object> hosts(Observation.Fleets fleets) {
        Map<String, Object> map = new TreeMap<>();
        for (Color color : Color.values()) {
            Fleet fleet = fleets.of(color);
            if (fleet.exists()) {
                map.put(color.toString(), hosts(fleet));
            }
        }
        return map;
    }

    /** The health of a fleet is not read in each tick. */
    private static Map<String, Object> hosts(Fleet fleet) {
        Map<String, Object> map = new TreeMap<>(Map.of("desired", fleet.desired()));
        if (!fleet.healthy().isEmpty()) {
            map.put("healthy", fleet.healthyEverywhere());
        }
        return map;
    }

    /** A mail's subject. */
    String subject() {
        String ascii = headline.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.length() <= MOST_SUBJECT ? ascii : ascii.substring(0, MOST_SUBJECT - 4) + " ...";
    }

    /** A mail's text, from what {@link #event} gives. */
    String text(Map<String, Object> event) {
        List<String> lines = new ArrayList<>(List.of(headline, ""));
        reason.forEach(lines::add);
        if (!reason.isEmpty()) {
            lines.add("");
        }
        Map<?, ?> release = (Map<?, ?>) event.get("release");
        lines.add("blue:   " + row(event, release, Color.BLUE));
        lines.add("green:  " + row(event, release, Color.GREEN));
        lines.add("stack:  " + event.get("stack"));
        lines.add("when:   " + event.get("time") + ", " + event.get("seconds") + " s after it began");
        lines.add("run:    " + event.get("execution"));
        lines.add("look:   bin/teal status " + event.get("stack"));
        return String.join("\n", lines) + "\n";
    }

    private static String row(Map<String, Object> event, Map<?, ?> release, Color color) {
        String weight =
                event.get("weights") instanceof Map<?, ?> weights ? ", weight " + weights.get(color.toString()) : "";
        return release.get(color.toString()) + weight;
    }
}
