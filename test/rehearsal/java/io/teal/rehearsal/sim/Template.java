package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.LocalArns;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Strategy;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.Night;
import io.teal.release.cutover.NoticeTargets;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

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
    private static final String FAILS = "fail:";
    private static final Map<Object, StackModel> MODELS = new ConcurrentHashMap<>();
    static final int MIN = 2;
    static final String PROBE = "arn:probe";
    static final String MACHINE = "arn:machine/shop-orders-release";
    private static final String BALANCER = LocalArns.loadBalancer("shop");

    /** The production listener's other properties, and whether Preflight and Shift are told of them as rendered. */
    record Production(String text, boolean told) {}

    /** The first template: one colour, all at once. */
    public static Template of(Release release, Timing timing) {
        return new Template(
                ReleaseRequest.of(release),
                new Gating(Evidence.IF_ANY, 10),
                timing,
                "t3.small",
                6,
                Map.of(Part.FUNCTION, "THIS", Part.NEIGHBOR, "a", Part.LAST, "a"),
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

    /** The same with another word for a resource beside the service: {@code fail:90} fails 90 s after it began. */
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

    /** Whether something wakes a guard: as long as there is a standby. */
    boolean isGuarded() {
        return guard.isPresent() && release().runsBoth();
    }

    /** The release. */
    public Release release() {
        return request.release();
    }

    static String group(Color color) {
        return color == Color.BLUE ? "shop-orders-blue" : "shop-orders-green";
    }

    static String alarm(Color color) {
        return color == Color.BLUE ? "orders-blue-5xx" : "orders-green-5xx";
    }

    /** The word that {@code part} has. */
    String said(Part part) {
        return neighbors.get(part);
    }

    /** The smallest size of a fleet. */
    int min() {
        boolean two = release().runsBoth();
        return two && sharesCapacity() ? 0 : MIN;
    }

    /** Whether each fleet has only the hosts of its share. */
    boolean sharesCapacity() {
        return request.strategy().filter(Strategy::sharesCapacity).isPresent();
    }

    /** Stands for the newest version of the launch template of {@code color}. */
    static String newest(Color color) {
        return "the newest of " + color;
    }

    /** What Preflight and Shift are told. */
    Map<String, Object> cutover(int ports) {
        Map<Color, ColorProperties> colors = new EnumMap<>(Color.class);
        List.of(Color.values()).forEach(color -> colors.put(color, properties(color, ports)));
        Map<String, Object> map =
                new TreeMap<>(Edition.valueOf(neighbors.get(Part.FUNCTION)).says(CutoverMap.write(properties(colors))));
        map.put("ServiceToken", "arn:function");
        map.put("Fleet", configuration + max);
        if (production.told()) {
            map.put("Production", production.text());
        }
        return map;
    }

    private ColorProperties properties(Color color, int ports) {
        Optional<String> newest = release().version(color).map(runs -> newest(color));
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

    /** What fails of it. */
    List<Trouble> troubles() {
        return neighbors.entrySet().stream()
                .filter(said -> said.getValue().startsWith(FAILS))
                .map(said -> {
                    Duration after =
                            Duration.ofSeconds(Long.parseLong(said.getValue().substring(FAILS.length())));
                    String reason = said.getKey() + ": Resource handler returned message: no";
                    return new Trouble(reason, Optional.of(after), Optional.of(said.getKey().id));
                })
                .toList();
    }

    /** The same, as far as CloudFormation sees a difference. */
    private Template withoutWords() {
        return beside(Part.NEIGHBOR, "").beside(Part.LAST, "");
    }

    /** Of a service of {@code ports}. */
    StackModel model(int ports) {
        return MODELS.computeIfAbsent(List.of(withoutWords(), ports), key -> {
            return new StackModel(StackTemplate.of(this, ports), new TreeMap<>(), new TreeMap<>(), List.of());
        });
    }
}
