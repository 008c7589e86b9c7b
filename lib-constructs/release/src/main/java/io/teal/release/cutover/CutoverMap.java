package io.teal.release.cutover;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The property map of Preflight and Shift: {@code read(write(properties))} is {@code properties}. Every value is a
 * text, a list of texts or a map of texts, because CloudFormation passes numbers and booleans as texts.
 *
 * <p>The names are what {@code cdk diff} shows: {@code Active blue → green}. They are frozen with the schema.
 */
public final class CutoverMap {
    /** Name of the schema's number in the map. */
    public static final String SCHEMA = "Schema";

    /** The schema that is read and written here. */
    public static final String VERSION = "1";

    /** Attribute of Preflight: the launch template version of a colour's group; prefixed with the colour's name. */
    public static final String PIN = "LaunchTemplateVersion";

    /** Attribute of Shift: a colour's weight; prefixed with the colour's name. */
    public static final String WEIGHT = "Weight";

    /**
     * Extra property of Shift: how many seconds its delete waits, so that every node of an existing load balancer has
     * dropped the rule before its fleets are removed. Absent if the stack deletes the load balancer too.
     */
    public static final String FAREWELL = "Farewell";

    private static final String UNSAID = "unsaid";

    private CutoverMap() {}

    /** {@code color} in names of properties and attributes: {@code Blue}. */
    public static String name(Color color) {
        return color == Color.BLUE ? "Blue" : "Green";
    }

    /** Writes {@code properties} as a map. */
    public static Map<String, Object> write(CutoverProperties properties) {
        Map<String, Object> map = new TreeMap<>();
        map.put(SCHEMA, VERSION);
        map.put("Service", properties.service());
        map.put("MaxCapacity", Integer.toString(properties.maxCapacity()));
        map.put("LoadBalancer", properties.loadBalancer());
        map.put("StateMachine", properties.stateMachine());
        map.put("Alarms", properties.alarms());
        map.put("Timing", write(properties.timing()));
        writeRequest(properties, map);
        writeGating(properties, map);
        for (Color color : Color.values()) {
            write(name(color), properties.of(color), map);
        }
        return map;
    }

    private static void writeRequest(CutoverProperties properties, Map<String, Object> map) {
        ReleaseRequest request = properties.request();
        map.put("Active", request.release().active().toString());
        for (Color color : Color.values()) {
            boolean unsaid = request.release().slot(color) instanceof Slot.Unsaid;
            map.put(name(color), unsaid ? UNSAID : request.release().versionOrNone(color));
        }
        map.put("CandidatePercent", Integer.toString(request.release().candidatePercent()));
        map.put("Allow", request.allowRollBack() ? "roll-back" : "");
        map.put("Strategy", properties.strategy().toString());
        map.put("StrategyOfThisDeploy", request.strategy().map(Object::toString).orElse(""));
        map.put("FlagPrefix", properties.source().prefix());
        map.put("FlagPlace", properties.source().place());
    }

    private static void writeGating(CutoverProperties properties, Map<String, Object> map) {
        map.put("Evidence", properties.gating().evidence().name());
        map.put("Samples", Long.toString(properties.gating().samples()));
        map.put("Hook", properties.hook().orElse(""));
        map.put("Probe", properties.probe().orElse(""));
    }

    private static void write(String name, ColorProperties color, Map<String, Object> map) {
        map.put(name + "Group", color.group());
        map.put(name + "TargetGroups", color.targetGroups());
        map.put(name + "PreviewUrl", color.previewUrl());
        map.put(name + "Alarms", color.alarms());
        color.newest().ifPresent(newest -> map.put(name + PIN, newest));
    }

    private static Map<String, String> write(Timing timing) {
        Map<String, String> map = new TreeMap<>();
        map.put("Tick", seconds(timing.tick()));
        map.put("Read", seconds(timing.read()));
        map.put("Boot", seconds(timing.boot()));
        map.put("Hook", seconds(timing.hook()));
        map.put("Spread", seconds(timing.spread()));
        map.put("Drain", seconds(timing.drain()));
        map.put("Bake", seconds(timing.bake()));
        map.put("Evidence", seconds(timing.evidence()));
        return map;
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }

    /**
     * Reads the properties from {@code map}. Unknown names are ignored: they only trigger an update of the two
     * resources.
     *
     * @throws IllegalArgumentException if the schema differs, or a value is missing or malformed
     */
    public static CutoverProperties read(Map<String, ?> map) {
        MapReader reader = new MapReader(map);
        if (!VERSION.equals(map.get(SCHEMA))) {
            throw new IllegalArgumentException("properties of schema " + VERSION + " are needed, got " + map.get(SCHEMA)
                    + ": deploy with the version of Teal that wrote them");
        }
        return new CutoverProperties(
                reader.text("Service"),
                request(reader),
                Strategy.parse(reader.text("Strategy")),
                new ReleaseSource(reader.text("FlagPrefix"), reader.text("FlagPlace")),
                new Gating(
                        Evidence.valueOf(reader.text("Evidence")),
                        reader.number("Samples"),
                        reader.optional("Hook").isPresent()),
                timing(reader.inner("Timing")),
                reader.number("MaxCapacity"),
                reader.text("LoadBalancer"),
                reader.text("StateMachine"),
                reader.optional("Hook"),
                reader.optional("Probe"),
                reader.texts("Alarms"),
                colors(reader));
    }

    private static ReleaseRequest request(MapReader reader) {
        Release release = new Release(
                Color.valueOf(reader.text("Active").toUpperCase(Locale.ROOT)),
                slot(reader.text(name(Color.BLUE))),
                slot(reader.text(name(Color.GREEN))),
                reader.number("CandidatePercent"));
        return new ReleaseRequest(
                release,
                reader.optional("StrategyOfThisDeploy").map(Strategy::parse),
                reader.optional("Allow").isPresent());
    }

    private static Slot slot(String text) {
        return switch (text) {
            case UNSAID -> Slot.UNSAID;
            case Version.NONE -> Slot.EMPTY;
            default -> Slot.runs(Version.of(text));
        };
    }

    private static Timing timing(MapReader reader) {
        return new Timing(
                reader.seconds("Tick"),
                reader.seconds("Read"),
                reader.seconds("Boot"),
                reader.seconds("Hook"),
                reader.seconds("Spread"),
                reader.seconds("Drain"),
                reader.seconds("Bake"),
                reader.seconds("Evidence"));
    }

    private static Map<Color, ColorProperties> colors(MapReader reader) {
        Map<Color, ColorProperties> colors = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            String name = name(color);
            colors.put(
                    color,
                    new ColorProperties(
                            reader.text(name + "Group"),
                            List.copyOf(reader.texts(name + "TargetGroups")),
                            reader.text(name + "PreviewUrl"),
                            reader.optional(name + PIN),
                            reader.texts(name + "Alarms")));
        }
        return colors;
    }
}
