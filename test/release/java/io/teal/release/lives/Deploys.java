package io.teal.release.lives;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.SchemaStep;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.plan.Gating;
import io.teal.release.preflight.DeployRequest;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every deploy someone may try, and what it is called. */
final class Deploys {
    static final long SAMPLES = 100;
    static final Version ONE = Version.of("1");
    static final Version TWO = Version.of("2");
    private static final List<Slot> SLOTS = List.of(Slot.runs(ONE), Slot.runs(TWO), Slot.EMPTY, Slot.UNSAID);
    private static final Gating GATING = new Gating(Evidence.REQUIRED, SAMPLES);

    private Deploys() {}

    static List<ReleaseRequest> requests() {
        List<ReleaseRequest> requests = new ArrayList<>();
        for (Color active : Color.values()) {
            for (Slot blue : SLOTS) {
                for (Slot green : SLOTS) {
                    for (int percent : List.of(0, 10)) {
                        add(requests, active, blue, green, percent);
                    }
                }
            }
        }
        return requests;
    }

    private static void add(List<ReleaseRequest> requests, Color active, Slot blue, Slot green, int percent) {
        Slot runs = active == Color.BLUE ? blue : green;
        Slot other = active == Color.BLUE ? green : blue;
        if (runs.version().isPresent() && (percent == 0 || other.version().isPresent())) {
            Release release = new Release(active, blue, green, percent);
            requests.add(new ReleaseRequest(release, Optional.empty(), false));
            requests.add(new ReleaseRequest(release, Optional.empty(), true));
            if (percent == 0 && other.version().isPresent()) {
                requests.add(ReleaseRequest.of(release).with(SchemaStep.CONTRACTED));
                requests.add(ReleaseRequest.of(release).with(SchemaStep.PUT_BACK));
            }
        }
    }

    static DeployRequest asked(ReleaseRequest request, Strategy strategy, String newest, int max) {
        Map<Color, String> templates = Map.of(Color.BLUE, newest, Color.GREEN, newest);
        return new DeployRequest(
                request,
                ReleaseSource.flags(""),
                strategy,
                GATING,
                templates,
                Map.of(Color.BLUE, max, Color.GREEN, max));
    }

    /** The same, for a service that would have another port. */
    static DeployRequest withAnotherPort(DeployRequest asked) {
        return new DeployRequest(
                asked.request(), asked.source(), asked.strategy(), asked.gating(), asked.newest(), asked.max(), true);
    }

    static Strategy atOnce() {
        return new Strategy.AllAtOnce();
    }

    static Strategy canary() {
        return new Strategy.Canary(10, Duration.ofMinutes(5));
    }

    static String name(ReleaseRequest request) {
        return ReleaseFormat.render(request).toString();
    }
}
