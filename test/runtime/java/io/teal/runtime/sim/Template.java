package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.Night;
import io.teal.release.cutover.NoticeTargets;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A template of the stack: what a user has said, from which each resource's properties follow.
 *
 * @param request the release and its flags
 * @param gating what each step asks
 * @param timing how long things take
 * @param configuration all else that a launch template says, the same for both colours
 * @param max the largest size of a fleet
 * @param neighbors what three resources beside the service say, by their part, and the function's edition
 * @param production what the production listener says beside its weights
 * @param nights when schedules take all hosts away
 * @param guard for how long an alarm returns traffic after a promotion
 */
public record Template(
        ReleaseRequest request,
        Gating gating,
        Timing timing,
        String configuration,
        int max,
        Map<Part, String> neighbors,
        Production production,
        List<Night> nights,
        Optional<Duration> guard) {
    static final int MIN = 2;
    static final String PROBE = "arn:probe";
    static final String MACHINE = "arn:machine/shop-orders-release";
    private static final String BALANCER = "arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/app/shop/1";

    /** What a group is told; {@code template} is the version of its launch template. */
    record Fleet(int template, int min, int max, Map<String, String> tags) {}

    /** The production listener's other properties, and whether Preflight and Shift are told of them as rendered. */
    record Production(String text, boolean told) {}

    /** What the production listener is told. */
    record Listener(Weights weights, String other) {}

    /** The first template: one colour, all at once. */
    public static Template of(Release release, Timing timing) {
        return new Template(
                ReleaseRequest.of(release),
                new Gating(Evidence.IF_ANY, 10),
                timing,
                "t3.small",
                6,
                Map.of(Part.FUNCTION, "THIS", Part.NEIGHBOR, "a", Part.LATER, "a", Part.LAST, "a"),
                new Production("https", true),
                List.of(),
                Optional.empty());
    }

    /** The same with another release, and no flags beside it. */
    public Template with(Release release) {
        return with(ReleaseRequest.of(release));
    }

    /** The same with another request. */
    public Template with(ReleaseRequest other) {
        return new Template(other, gating, timing, configuration, max, neighbors, production, nights, guard);
    }

    /** The same, moved by {@code strategy}. */
    public Template by(String strategy) {
        return with(
                new ReleaseRequest(request.release(), Optional.of(Strategy.parse(strategy)), request.allowRollBack()));
    }

    /** The same, of a service with schedules that take all hosts away. */
    public Template withNights() {
        Night night = new Night("Night", "0 20 * * *", "UTC");
        return new Template(request, gating, timing, configuration, max, neighbors, production, List.of(night), guard);
    }

    /** The same, with leave to roll back. */
    public Template allowed() {
        return with(new ReleaseRequest(request.release(), request.strategy(), true));
    }

    /** The same with another gating. */
    public Template gated(Gating other) {
        return new Template(request, other, timing, configuration, max, neighbors, production, nights, guard);
    }

    /** The same with another configuration of the hosts. */
    public Template configured(String other) {
        return new Template(request, gating, timing, other, max, neighbors, production, nights, guard);
    }

    /** The same with another largest size. */
    public Template sized(int other) {
        return new Template(request, gating, timing, configuration, other, neighbors, production, nights, guard);
    }

    /** The same with another word for a resource beside the service. */
    public Template beside(Part part, String word) {
        Map<Part, String> changed = new EnumMap<>(neighbors);
        changed.put(part, word);
        return new Template(request, gating, timing, configuration, max, changed, production, nights, guard);
    }

    /** The same with another property of the production listener, or another tag of the stack. */
    public Template listening(String text) {
        return with(new Production(text, production.told()));
    }

    /** The same, with a Preflight and a Shift that are not told of the production listener as rendered. */
    public Template untold() {
        return with(new Production(production.text(), false));
    }

    private Template with(Production other) {
        return new Template(request, gating, timing, configuration, max, neighbors, other, nights, guard);
    }

    /** The same with a guard for so long. */
    public Template guarded(Duration time) {
        return new Template(
                request, gating, timing, configuration, max, neighbors, production, nights, Optional.of(time));
    }

    /** The release. */
    public Release release() {
        return request.release();
    }

    static String group(Color color) {
        return color == Color.BLUE ? "shop-orders-blue" : "shop-orders-green";
    }

    static String targets(Color color, int port) {
        return "arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/" + color + "/" + (port + 1);
    }

    static String alarm(Color color) {
        return color == Color.BLUE ? "orders-blue-5xx" : "orders-green-5xx";
    }

    /** What {@code part} says, with {@code attributes} of the others; null if it is not in the template. */
    Object resolved(Part part, Map<Part, Map<String, String>> attributes, int ports) {
        Optional<Version> version = part.color().flatMap(release()::version);
        return switch (part) {
            case BLUE_TEMPLATE, GREEN_TEMPLATE ->
                version.map(runs -> new Host.Content(runs.value(), configuration))
                        .orElse(null);
            case PREFLIGHT, SHIFT -> cutover(attributes, ports);
            case BLUE_GROUP, GREEN_GROUP ->
                version.map(runs -> fleet(part.color().get(), runs, attributes)).orElse(null);
            case SCALING -> release().blue() + " " + release().green();
            case LISTENER -> listener(attributes);
            default -> neighbors.get(part);
        };
    }

    private Fleet fleet(Color color, Version version, Map<Part, Map<String, String>> attributes) {
        String pin = attributes.get(Part.PREFLIGHT).get(CutoverMap.name(color) + CutoverMap.PIN);
        if (pin == null) {
            throw new Broken("Preflight answers with a pin for each colour that has a version, and not for " + color);
        }
        Map<String, String> tags =
                Map.of("teal:service", "orders", "teal:color", color.toString(), "teal:version", version.value());
        return new Fleet(Integer.parseInt(pin), emptiable() ? 0 : MIN, max, tags);
    }

    private boolean emptiable() {
        boolean two = release().version(release().active().other()).isPresent();
        return two && sharesCapacity();
    }

    /** Whether each fleet has only the hosts of its share. */
    boolean sharesCapacity() {
        return request.strategy().filter(Strategy::sharesCapacity).isPresent();
    }

    private Listener listener(Map<Part, Map<String, String>> attributes) {
        Map<String, String> shift = attributes.get(Part.SHIFT);
        return new Listener(
                new Weights(
                        Integer.parseInt(shift.get("Blue" + CutoverMap.WEIGHT)),
                        Integer.parseInt(shift.get("Green" + CutoverMap.WEIGHT))),
                production.text());
    }

    private Map<String, Object> cutover(Map<Part, Map<String, String>> attributes, int ports) {
        Map<Color, ColorProperties> colors = new EnumMap<>(Color.class);
        List.of(Color.values()).forEach(color -> colors.put(color, properties(color, attributes, ports)));
        Map<String, Object> map =
                new TreeMap<>(Edition.valueOf(neighbors.get(Part.FUNCTION)).says(CutoverMap.write(properties(colors))));
        map.put("ServiceToken", "arn:function");
        map.put("Fleet", configuration + max);
        if (production.told()) {
            map.put("Production", production.text());
        }
        return map;
    }

    private ColorProperties properties(Color color, Map<Part, Map<String, String>> attributes, int ports) {
        Optional<String> newest = Optional.ofNullable(attributes.get(Part.template(color)))
                .filter(none -> release().version(color).isPresent())
                .map(launchTemplate -> launchTemplate.get("LatestVersionNumber"));
        List<String> targets = Balancer.targets(color, ports);
        return new ColorProperties(group(color), targets, "http://preview/" + color, newest, List.of(alarm(color)));
    }

    private CutoverProperties properties(Map<Color, ColorProperties> colors) {
        return new CutoverProperties(
                "orders",
                request,
                Strategy.parse("all-at-once"),
                ReleaseSource.flags(""),
                gating,
                timing,
                max,
                nights.isEmpty() ? 0 : MIN,
                BALANCER,
                MACHINE,
                Hook.of(gating),
                gating.evidence() == Evidence.PROBE ? Optional.of(PROBE) : Optional.empty(),
                false,
                List.of(),
                new NoticeTargets(Optional.of("releases"), Optional.of("arn:topic")),
                guard,
                colors,
                nights,
                0);
    }
}
