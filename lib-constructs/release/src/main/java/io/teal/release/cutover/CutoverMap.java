package io.teal.release.cutover;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.SchemaStep;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
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

    /** There if CodeDeploy installs the versions. */
    private static final String INSTALLED = "Installed";

    /** There if the deploy says something of the schema that both colours use. */
    private static final String SCHEMA_STEP = "SchemaStep";

    private static final String SERVICE = "Service";
    private static final String EVENTS = "Events";
    private static final String TOPIC = "Topic";
    private static final String GUARD = "Guard";
    private static final String MIN_CAPACITY = "MinCapacity";
    private static final String NIGHTS = "Nights";
    private static final String STANDBY = "StandbyCapacity";
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
        map.put(SERVICE, properties.service());
        writeSizes(properties, map);
        map.put("LoadBalancer", properties.loadBalancer());
        map.put("StateMachine", properties.stateMachine());
        map.put("Alarms", properties.alarms());
        if (properties.installed()) {
            map.put(INSTALLED, "true");
        }
        map.put("Timing", TimingMap.write(properties.timing()));
        writeRequest(properties, map);
        GatingMap.write(properties, map);
        writeAfter(properties, map);
        for (Color color : Color.values()) {
            write(name(color), properties.of(color), map);
        }
        return map;
    }

    private static void writeSizes(CutoverProperties properties, Map<String, Object> map) {
        map.put("MaxCapacity", Integer.toString(properties.maxCapacity()));
        if (properties.minCapacity() > 0) {
            map.put(MIN_CAPACITY, Integer.toString(properties.minCapacity()));
        }
        if (properties.standby() > 0) {
            map.put(STANDBY, Integer.toString(properties.standby()));
        }
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
        if (request.schema() != SchemaStep.NONE) {
            map.put(SCHEMA_STEP, request.schema().name());
        }
        map.put("Strategy", properties.strategy().toString());
        map.put("StrategyOfThisDeploy", request.strategy().map(Object::toString).orElse(""));
        map.put("FlagPrefix", properties.source().prefix());
        map.put("FlagPlace", properties.source().place());
    }

    /** Absent where there is none, so that the map of a service without them is the same as before there were any. */
    private static void writeAfter(CutoverProperties properties, Map<String, Object> map) {
        properties.notices().bus().ifPresent(bus -> map.put(EVENTS, bus));
        properties.notices().topic().ifPresent(topic -> map.put(TOPIC, topic));
        if (!properties.nights().isEmpty()) {
            map.put(NIGHTS, properties.nights().stream().map(Night::text).toList());
        }
        properties.guard().ifPresent(time -> map.put(GUARD, Long.toString(time.toSeconds())));
    }

    private static void write(String name, ColorProperties color, Map<String, Object> map) {
        map.put(name + "Group", color.group());
        map.put(name + "TargetGroups", color.targetGroups());
        map.put(name + "PreviewUrl", color.previewUrl());
        map.put(name + "Alarms", color.alarms());
        color.newest().ifPresent(newest -> map.put(name + PIN, newest));
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
        return properties(reader);
    }

    private static CutoverProperties properties(MapReader reader) {
        return new CutoverProperties(
                reader.text(SERVICE),
                request(reader),
                Strategy.parse(reader.text("Strategy")),
                new ReleaseSource(reader.text("FlagPrefix"), reader.text("FlagPlace")),
                GatingMap.read(reader),
                TimingMap.read(reader.inner("Timing")),
                reader.number("MaxCapacity"),
                reader.optional(MIN_CAPACITY).map(Integer::valueOf).orElse(0),
                reader.text("LoadBalancer"),
                reader.text("StateMachine"),
                GatingMap.hooks(reader),
                reader.optional("Probe"),
                reader.optional(INSTALLED).isPresent(),
                reader.texts("Alarms"),
                notices(reader),
                reader.optional(GUARD).map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))),
                colors(reader),
                reader.texts(NIGHTS).stream().map(Night::parse).toList(),
                reader.optional(STANDBY).map(Integer::valueOf).orElse(0));
    }

    /**
     * The service in {@code map}, of which nothing else is read.
     *
     * @throws IllegalArgumentException if it is missing
     */
    public static String service(Map<String, ?> map) {
        return new MapReader(map).text(SERVICE);
    }

    /** Who is told of a release, by {@code map}, of which nothing else is read: each tick asks. */
    public static NoticeTargets notices(Map<String, ?> map) {
        return notices(new MapReader(map));
    }

    /**
     * Whether releases wait for a person, by {@code map}, of which nothing else is read: a rehearsal asks at each step.
     */
    public static boolean asks(Map<String, ?> map) {
        return map.containsKey(GatingMap.APPROVAL);
    }

    private static NoticeTargets notices(MapReader reader) {
        return new NoticeTargets(reader.optional(EVENTS), reader.optional(TOPIC));
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
                reader.optional("Allow").isPresent(),
                reader.optional(SCHEMA_STEP).map(SchemaStep::valueOf).orElse(SchemaStep.NONE));
    }

    private static Slot slot(String text) {
        return switch (text) {
            case UNSAID -> Slot.UNSAID;
            case Version.NONE -> Slot.EMPTY;
            default -> Slot.runs(Version.of(text));
        };
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
