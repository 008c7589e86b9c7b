package io.teal.runtime.execution;

import io.teal.release.Contract;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.cutover.NoticeTargets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The event of a custom resource, as CloudFormation sends it. */
public final class Event {
    private static final String WHY = "Why";
    private static final Pattern SIGNED = Pattern.compile("[?&]X-Amz-Date=([0-9]{8}T[0-9]{6}Z)");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, Object> map;

    private final ReadOnce<Map<String, Object>, CutoverProperties> properties;
    private final ReadOnce<Map<String, Object>, CutoverProperties> oldProperties;
    private Optional<Instant> signed = Optional.empty();

    /** Of {@code map}, as it was sent. */
    public Event(Map<String, Object> map) {
        this.map = map;
        this.properties = new ReadOnce<>(raw("ResourceProperties"), CutoverMap::read);
        this.oldProperties = new ReadOnce<>(raw("OldResourceProperties"), CutoverMap::read);
    }

    /** As it was sent. */
    public Map<String, Object> map() {
        return map;
    }

    /** Which custom resource it is for. */
    public enum ResourceType {
        /** Checks the deploy, pins launch templates, and returns traffic in a rollback. */
        PREFLIGHT,
        /** Moves traffic. */
        SHIFT,
        /** Has CodeDeploy install a version. */
        INSTALL,
        /** Waits, when it is deleted, until a rule is forgotten. */
        FAREWELL,
        /** No custom resource: an alarm after the release returns traffic. */
        GUARD;

        private final String word = name().toLowerCase(Locale.ROOT);
        private final String prefix = word + "-";

        /** The prefix of execution names. */
        public String prefix() {
            return prefix;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Which custom resource it is for, by its type. */
    public ResourceType type() {
        return switch (text("ResourceType")) {
            case Contract.PREFLIGHT -> ResourceType.PREFLIGHT;
            case Contract.SHIFT -> ResourceType.SHIFT;
            case Contract.INSTALL -> ResourceType.INSTALL;
            case Contract.FAREWELL -> ResourceType.FAREWELL;
            case Contract.GUARD -> ResourceType.GUARD;
            default ->
                throw new IllegalArgumentException("ResourceType must be " + Contract.PREFLIGHT + ", " + Contract.SHIFT
                        + ", " + Contract.INSTALL + " or " + Contract.FAREWELL + ", got " + text("ResourceType"));
        };
    }

    /** The name of the execution it starts: the same however often the event is delivered. */
    public String execution() {
        return type().prefix() + request();
    }

    /** CloudFormation's id of the request. */
    String request() {
        return text("RequestId");
    }

    /**
     * The event of a guard's run.
     *
     * @param settled the event of the release that is live
     * @param request the id that names the run
     * @param why the alarm
     */
    static Event guard(Event settled, String request, String why) {
        Map<String, Object> map = new TreeMap<>();
        map.put("RequestType", "Guard");
        map.put("ResourceType", Contract.GUARD);
        map.put("RequestId", request);
        map.put("StackId", settled.stack());
        map.put("ResponseURL", "");
        map.put(WHY, why);
        map.put("ResourceProperties", settled.raw("ResourceProperties").orElseThrow());
        return new Event(map);
    }

    /** Why a guard's run began. */
    String why() {
        return text(WHY);
    }

    boolean deletes() {
        return text("RequestType").equals("Delete");
    }

    /** Whether there is nothing to do: a farewell is said when it is deleted. */
    boolean onlyStands() {
        return type() == ResourceType.FAREWELL && !deletes();
    }

    /** How long the delete of Shift or a farewell waits before fleets are removed; empty if it need not wait. */
    Optional<Duration> deleteWait() {
        return raw("ResourceProperties")
                .filter(properties -> deletes() && (type() == ResourceType.SHIFT || type() == ResourceType.FAREWELL))
                .map(properties -> properties.get(CutoverMap.FAREWELL))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.toString())));
    }

    String stack() {
        return text("StackId");
    }

    /** The stack's name. */
    String stackName() {
        String[] parts = stack().split("/");
        return parts.length > 1 ? parts[1] : stack();
    }

    /** The command that shows what the run's record has. */
    String look() {
        return "look: bin/teal status " + stackName();
    }

    String responseUrl() {
        return text("ResponseURL");
    }

    /**
     * When CloudFormation sent it, for a run that began at {@code started}: minutes earlier, if Lambda delivered it
     * late or again. CloudFormation signs the URL for the answer for each request.
     */
    Instant asked(Instant started) {
        if (signed.isEmpty()) {
            Matcher url = SIGNED.matcher(responseUrl());
            signed = url.find() ? Optional.of(SECONDS.parse(url.group(1), Instant::from)) : Optional.empty();
        }
        return signed.filter(sent -> sent.isBefore(started)).orElse(started);
    }

    /** The id of the resource. It never changes: a new one would make CloudFormation delete the old resource. */
    String physicalId() {
        Object given = map.get("PhysicalResourceId");
        return given == null ? "teal-" + type() + "-" + text("LogicalResourceId") : given.toString();
    }

    /** The service, for a line of the log: the rest of the properties is not read. */
    String service() {
        return CutoverMap.service(raw("ResourceProperties").orElseThrow());
    }

    /** Who is told of the release: the rest of the properties is not read. */
    NoticeTargets notices() {
        return CutoverMap.notices(raw("ResourceProperties").orElseThrow());
    }

    /** Whether the release waits for a person: the rest of the properties is not read. */
    boolean asks() {
        return raw("ResourceProperties").filter(CutoverMap::asks).isPresent();
    }

    /** The properties in the template now. */
    public CutoverProperties properties() {
        return properties.get().orElseThrow();
    }

    /** Install's own properties. */
    InstallProperties install() {
        return InstallProperties.read(raw("ResourceProperties").orElseThrow());
    }

    /** The properties before this update; empty on create. */
    public Optional<CutoverProperties> oldProperties() {
        return oldProperties.get();
    }

    /**
     * The same if this Teal can read them: in a rollback they are those of a release that a newer one may have begun.
     */
    Optional<CutoverProperties> legibleBefore() {
        return Legible.of(this::oldProperties);
    }

    /** The properties in the template now, if this Teal can read them. */
    Optional<CutoverProperties> legible() {
        return Legible.of(() -> Optional.of(properties()));
    }

    /** Why this Teal cannot read the properties before this update; empty if it can. */
    Optional<String> illegibleBefore() {
        return Legible.unless(this::oldProperties);
    }

    /** The answer to it. */
    Map<String, Object> answer(boolean succeeded, String why, Map<String, Object> data) {
        return Map.of(
                "Status", succeeded ? "SUCCESS" : "FAILED",
                "Reason", why,
                "PhysicalResourceId", physicalId(),
                "StackId", stack(),
                "RequestId", text("RequestId"),
                "LogicalResourceId", text("LogicalResourceId"),
                "Data", data);
    }

    /** The unparsed map under {@code name}. */
    @SuppressWarnings("unchecked")
    Optional<Map<String, Object>> raw(String name) {
        return Optional.ofNullable((Map<String, Object>) map.get(name));
    }

    private String text(String name) {
        Object value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the event has no " + name);
        }
        return value.toString();
    }
}
