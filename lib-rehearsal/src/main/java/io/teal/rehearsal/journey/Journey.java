package io.teal.rehearsal.journey;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The legs of a rehearsal, in order.
 *
 * @param title what is rehearsed
 * @param production the listener that takes the load
 * @param legs the legs; the first deploys, the second waits for health, and from the third on there is load
 * @param again legs to repeat until enough requests are sent; they end in the state in which they begin
 */
public record Journey(String title, ListenerModel production, List<Leg> legs, List<Leg> again) {
    /** How long a changed weight may take to reach every node of a load balancer; AWS publishes no figure. */
    public static final Duration PROPAGATION = Duration.ofSeconds(120);

    /** How long to watch before the first change. */
    public static final Duration BASELINE = Duration.ofSeconds(60);

    /** How long to watch after the last change. */
    public static final Duration AFTER = Duration.ofSeconds(30);

    /** Copies the lists. */
    public Journey {
        legs = List.copyOf(legs);
        again = List.copyOf(again);
    }

    /** A journey that waits at its end if more requests are needed. */
    public Journey(String title, ListenerModel production, List<Leg> legs) {
        this(title, production, legs, List.of(new Leg.Unchanged("after", AFTER)));
    }

    /**
     * Deploys each release after the one before. Where nothing in the template moves traffic, the operator waits for
     * health after each, unless {@code wait} is false, and holds after each that moves traffic.
     */
    public static Journey of(String title, List<RehearsedRelease> releases, ListenerModel production, boolean wait) {
        List<Leg> legs = new ArrayList<>();
        RehearsedRelease before = releases.get(0);
        StackStandIn.check(StackModel.empty(before.model().template()), before.model());
        legs.add(before.leg());
        legs.add(new Leg.AwaitHealth("wait for health"));
        legs.add(new Leg.Unchanged("baseline", BASELINE));
        for (RehearsedRelease release : releases.subList(1, releases.size())) {
            StackStandIn.check(before.model(), release.model());
            release.byHand().ifPresent(legs::add);
            legs.add(release.leg());
            if (!release.model().movesItsTraffic()) {
                legs.addAll(byTheOperator(before, release, production, wait));
            }
            before = release.trouble().isPresent() ? before : release;
        }
        legs.add(new Leg.Unchanged("after", AFTER));
        return new Journey(title, production, legs);
    }

    /** A path, maybe with its host, that the listener forwards after the first deploy. */
    public String example() {
        return legs.get(0)
                .deploys()
                .map(first -> RuleExample.of(first.model(), production.id()))
                .orElse("/");
    }

    private static List<Leg> byTheOperator(
            RehearsedRelease before, RehearsedRelease release, ListenerModel production, boolean wait) {
        List<Leg> legs = new ArrayList<>();
        if (wait && changesFleets(before.model(), release.model())) {
            legs.add(new Leg.AwaitHealth("wait for health"));
        }
        if (!weights(before, production).equals(weights(release, production))) {
            legs.add(new Leg.Unchanged("hold", PROPAGATION.plus(longestDrain(release))));
        }
        return legs;
    }

    private static boolean changesFleets(StackModel before, StackModel after) {
        return after.fleets().values().stream()
                .anyMatch(fleet -> !fleet.equals(before.fleets().get(fleet.id())));
    }

    private static Object weights(RehearsedRelease release, ListenerModel production) {
        return release.model().allWeights(production.id());
    }

    private static Duration longestDrain(RehearsedRelease release) {
        return release.model().groups().values().stream()
                .map(TargetGroupModel::drain)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
