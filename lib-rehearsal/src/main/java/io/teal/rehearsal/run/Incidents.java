package io.teal.rehearsal.run;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs incidents against the stand-ins. */
final class Incidents implements Incident.AffectedService {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration ALARM_STATE = Duration.ofMinutes(1);

    private final Balancer balancer;
    private final LocalAutoScaling fleets;
    private final StackStandIn stack;
    private final Timescale timescale;
    private final String production;

    Incidents(Balancer balancer, LocalAutoScaling fleets, StackStandIn stack, Timescale timescale, String production) {
        this.balancer = balancer;
        this.fleets = fleets;
        this.stack = stack;
        this.timescale = timescale;
        this.production = production;
    }

    /** Waits for the moment of {@code disturbed}, then runs its incident. */
    Void happen(Leg.DisturbedDeploy disturbed) throws InterruptedException {
        BooleanSupplier reached = moment(disturbed.moment());
        while (!reached.getAsBoolean()) {
            timescale.sleep(LOOK);
        }
        timescale.sleep(disturbed.after());
        disturbed.incident().happenTo(this);
        return null;
    }

    private BooleanSupplier moment(Leg.Moment moment) {
        List<Map<String, Integer>> weights = weights();
        int fleetsBefore = fleets.all().size();
        return switch (moment) {
            case BEGINS -> () -> true;
            case FLEET_APPEARS -> () -> fleets.all().size() > fleetsBefore;
            case TRAFFIC_MOVES -> () -> !weights().equals(weights);
        };
    }

    /** Of the listener that takes production, and of each of its rules. */
    private List<Map<String, Integer>> weights() {
        return Stream.concat(
                        Stream.of(production),
                        balancer.rules(production).stream().map(RuleModel::id))
                .map(balancer::weights)
                .toList();
    }

    @Override
    public void giveAllWeight(String color) {
        balancer.write(production, all(color));
    }

    @Override
    public void resize(String color, int desired) {
        fleets.called(color).forEach(fleet -> fleet.resize(desired));
    }

    @Override
    public void loseHosts(String color, int count) {
        fleets.lose(color, count);
    }

    @Override
    public void loseZone(int zone) {
        fleets.loseZone(zone);
    }

    @Override
    public void forceAlarms(String named, List<String> states) throws InterruptedException {
        for (String state : states) {
            stack.forceAlarms(named, state);
            timescale.sleep(ALARM_STATE);
        }
    }

    private Map<String, Integer> all(String color) {
        Set<String> groups = fleets.called(color).stream()
                .flatMap(fleet -> fleet.model().groups().stream())
                .collect(Collectors.toSet());
        return balancer.weights(production).keySet().stream()
                .collect(Collectors.toMap(Function.identity(), group -> groups.contains(group) ? 100 : 0));
    }
}
