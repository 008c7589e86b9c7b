package io.teal.release.lives;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.SchemaStep;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.preflight.DeployRequest;
import io.teal.release.preflight.Judges;
import io.teal.release.preflight.LiveState;
import io.teal.release.preflight.Nightfall;
import io.teal.release.preflight.RunningFleet;
import io.teal.release.preflight.Verdict;
import io.teal.release.search.Space;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The life of a service: any deploy after any other, traffic moved by hand, a configuration that changes. */
public final class Lives implements Space {
    private static final List<ReleaseRequest> REQUESTS = Deploys.requests();
    /** How many deploys follow one another. */
    public static final int DEPLOYS = 4;

    private static final int HOSTS = 2;
    private static final Nightfall NIGHT = new Nightfall("Night", Instant.EPOCH, Duration.ofMinutes(30));

    private final Judges preflight;
    private final Map<Estate, Long> numbers = new HashMap<>();
    private final List<Estate> estates = new ArrayList<>();

    /** What can happen to a service whose deploys {@code preflight} judges. */
    public Lives(Judges preflight) {
        this.preflight = preflight;
    }

    @Override
    public List<Long> starts() {
        Release first = Release.first(Color.BLUE, Deploys.ONE);
        Map<Color, RunningFleet> fleets = Map.of(Color.BLUE, new RunningFleet(Deploys.ONE, "a", HOSTS, true));
        return List.of(number(
                new Estate(ReleaseRequest.of(first), Optional.empty(), Weights.of(first), fleets, "a", true, DEPLOYS)));
    }

    private long number(Estate estate) {
        return numbers.computeIfAbsent(estate, unseen -> {
            estates.add(unseen);
            return estates.size() - 1L;
        });
    }

    @Override
    public void expand(long state, Edges edges) {
        Estate estate = estates.get((int) state);
        if (estate.newest().equals("a")) {
            to(edges, with(estate, estate.live(), "b", estate.writer()), () -> "the configuration changes", false);
        }
        for (Weights weights : estate.writer() && estate.fleets().size() == 2 ? byHand() : List.<Weights>of()) {
            to(edges, with(estate, weights, estate.newest(), false), () -> "by hand: " + weights, false);
        }
        if (estate.deploys() > 0) {
            for (ReleaseRequest request : REQUESTS) {
                deploy(estate, request, Deploys.atOnce(), HOSTS, edges);
                deploy(estate, request, Deploys.atOnce(), HOSTS - 1, edges);
                deploy(estate, request, Deploys.canary(), HOSTS, edges);
                deploy(estate, request, Deploys.atOnce(), HOSTS, Optional.of(NIGHT), edges);
                anotherPort(estate, request, edges);
            }
            to(edges, over(estate), () -> "no deploy any more", true);
        }
    }

    private static Estate over(Estate estate) {
        return new Estate(
                estate.settled(),
                estate.outdated(),
                estate.live(),
                estate.fleets(),
                estate.newest(),
                estate.writer(),
                0);
    }

    private static List<Weights> byHand() {
        return List.of(new Weights(100, 0), new Weights(0, 100), new Weights(50, 50));
    }

    private static Estate with(Estate estate, Weights live, String newest, boolean writer) {
        return new Estate(estate.settled(), estate.outdated(), live, estate.fleets(), newest, writer, estate.deploys());
    }

    private void to(Edges edges, Estate next, Supplier<String> event, boolean fair) {
        edges.to(number(next), event, fair);
    }

    private void deploy(Estate estate, ReleaseRequest request, Strategy strategy, int max, Edges edges) {
        deploy(estate, request, strategy, max, Optional.empty(), edges);
    }

    /**
     * Traffic of the last hour is too little for a canary, a fleet may be allowed too few hosts, and a {@code night}
     * may take all of them while traffic moves.
     */
    private void deploy(
            Estate estate, ReleaseRequest request, Strategy strategy, int max, Optional<Nightfall> night, Edges edges) {
        Supplier<String> event = () -> "deploy " + Deploys.name(request) + " " + strategy + ", at most " + max
                + " hosts" + night.map(soon -> ", before a night").orElse("");
        deploy(estate, Deploys.asked(request, strategy, estate.newest(), max), night, event, edges);
    }

    private void anotherPort(Estate estate, ReleaseRequest request, Edges edges) {
        DeployRequest asked = Deploys.asked(request, Deploys.atOnce(), estate.newest(), HOSTS);
        Supplier<String> event = () -> "deploy " + Deploys.name(request) + " with another port";
        deploy(estate, Deploys.withAnotherPort(asked), Optional.empty(), event, edges);
    }

    private void deploy(
            Estate estate, DeployRequest asked, Optional<Nightfall> night, Supplier<String> event, Edges edges) {
        LiveState live = estate.seen(Deploys.SAMPLES, night);
        Verdict verdict = preflight.judge(Direction.FORWARD, Optional.of(estate.settled()), asked, live);
        if (!(verdict instanceof Verdict.Accepted accepted)) {
            return;
        }
        String law = new DeployLaws(estate, asked, accepted, night.isPresent()).broken();
        if (law != null) {
            edges.broken(law, event.get());
        } else {
            to(edges, deployed(estate, asked.request(), accepted), event, false);
        }
    }

    private static Estate deployed(Estate estate, ReleaseRequest request, Verdict.Accepted accepted) {
        Release release = request.release();
        Map<Color, RunningFleet> fleets = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            Optional<Version> version = release.version(color);
            if (version.isPresent()) {
                RunningFleet before = estate.fleets().get(color);
                boolean kept = before != null && before.version().equals(version.get());
                boolean served = release.weight(color) == 100 || kept && before.served();
                fleets.put(
                        color, new RunningFleet(version.get(), accepted.pins().get(color), HOSTS, served));
            }
        }
        return new Estate(
                plain(request),
                outdated(estate, request, fleets),
                Weights.of(release),
                fleets,
                estate.newest(),
                estate.writer(),
                estate.deploys() - 1);
    }

    /** A template's own strategy and permission are of no use to the deploy after it. */
    private static ReleaseRequest plain(ReleaseRequest request) {
        SchemaStep kept = request.schema() == SchemaStep.CONTRACTED ? SchemaStep.CONTRACTED : SchemaStep.NONE;
        return ReleaseRequest.of(request.release()).with(kept);
    }

    /** Whoever is not active when the schema is contracted does not fit it, until its fleet goes or it is put back. */
    private static Optional<Color> outdated(Estate estate, ReleaseRequest request, Map<Color, RunningFleet> after) {
        Optional<Color> before = request.schema() == SchemaStep.PUT_BACK ? Optional.empty() : estate.outdated();
        Optional<Color> now = before.or(() -> request.schema() == SchemaStep.CONTRACTED
                ? Optional.of(request.release().active().other())
                : Optional.empty());
        return now.filter(color -> estate.fleets().containsKey(color)
                && after.containsKey(color)
                && after.get(color).version().equals(estate.fleets().get(color).version()));
    }

    @Override
    public boolean ended(long state) {
        return estates.get((int) state).deploys() == 0;
    }

    @Override
    public String show(long state) {
        return estates.get((int) state).toString();
    }
}
