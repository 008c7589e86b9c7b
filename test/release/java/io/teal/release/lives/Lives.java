package io.teal.release.lives;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.preflight.DeployRequest;
import io.teal.release.preflight.Judges;
import io.teal.release.preflight.RunningFleet;
import io.teal.release.preflight.Verdict;
import io.teal.release.search.Space;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The life of a service: any deploy after any other, traffic moved by hand, a configuration that changes. */
public final class Lives implements Space {
    private static final List<ReleaseRequest> REQUESTS = Deploys.requests();
    /** How many deploys follow one another. */
    public static final int DEPLOYS = 4;

    private static final int HOSTS = 2;

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
        return List.of(number(new Estate(first, Weights.of(first), fleets, "a", true, DEPLOYS)));
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
            to(edges, with(estate, estate.live(), "b", estate.writer()), "the configuration changes", false);
        }
        for (Weights weights : estate.writer() && estate.fleets().size() == 2 ? byHand() : List.<Weights>of()) {
            to(edges, with(estate, weights, estate.newest(), false), "by hand: " + weights, false);
        }
        if (estate.deploys() > 0) {
            for (ReleaseRequest request : REQUESTS) {
                deploy(estate, request, Deploys.atOnce(), HOSTS, edges);
                deploy(estate, request, Deploys.atOnce(), HOSTS - 1, edges);
                deploy(estate, request, Deploys.canary(), HOSTS, edges);
            }
            Estate none =
                    new Estate(estate.settled(), estate.live(), estate.fleets(), estate.newest(), estate.writer(), 0);
            to(edges, none, "no deploy any more", true);
        }
    }

    private static List<Weights> byHand() {
        return List.of(new Weights(100, 0), new Weights(0, 100), new Weights(50, 50));
    }

    private static Estate with(Estate estate, Weights live, String newest, boolean writer) {
        return new Estate(estate.settled(), live, estate.fleets(), newest, writer, estate.deploys());
    }

    private void to(Edges edges, Estate next, String event, boolean fair) {
        edges.to(number(next), event, fair);
    }

    /** Traffic of the last hour is too little for a canary, and a fleet may be allowed too few hosts. */
    private void deploy(Estate estate, ReleaseRequest request, Strategy strategy, int max, Edges edges) {
        DeployRequest asked = Deploys.asked(request, strategy, estate.newest(), max);
        Verdict verdict =
                preflight.judge(Direction.FORWARD, Optional.of(estate.settled()), asked, estate.seen(Deploys.SAMPLES));
        if (!(verdict instanceof Verdict.Accepted accepted)) {
            return;
        }
        String event = "deploy " + Deploys.name(request) + " " + strategy + ", at most " + max + " hosts";
        String law = new DeployLaws(estate, asked, accepted).broken();
        if (law != null) {
            edges.broken(law, event);
        } else {
            to(edges, deployed(estate, request.release(), accepted), event, false);
        }
    }

    private static Estate deployed(Estate estate, Release release, Verdict.Accepted accepted) {
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
        return new Estate(release, Weights.of(release), fleets, estate.newest(), estate.writer(), estate.deploys() - 1);
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
