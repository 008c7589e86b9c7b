package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.autoscaling.ScheduledSize;
import io.teal.rehearsal.aws.elb.TargetState;
import io.teal.release.Color;
import io.teal.release.port.AutoScalingGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A colour's Auto Scaling group, as the template makes it and as the laws look at it. */
final class Fleet {
    final Color color;
    long crashed = Long.MIN_VALUE / 2;

    /** When a night came, until hosts that came after it serve. */
    private Optional<Instant> night = Optional.empty();

    private final World world;

    Fleet(World world, Color color) {
        this.world = world;
        this.color = color;
    }

    private Optional<LocalAutoScalingGroup> group() {
        return world.cloud.region.fleet(color.toString());
    }

    boolean exists() {
        return group().isPresent();
    }

    /** What its hosts are launched from; empty if it does not exist. */
    String launches() {
        return group().map(group -> group.model().launch()).orElse("");
    }

    int desired() {
        return group().map(LocalAutoScalingGroup::desired).orElse(0);
    }

    int min() {
        return group().map(group -> group.model().size().min()).orElse(0);
    }

    int max() {
        return group().map(group -> group.model().size().max()).orElse(0);
    }

    /** The hosts that are not terminating. */
    List<Host> hosts() {
        return group().map(LocalAutoScalingGroup::staying).orElse(List.of());
    }

    /** How many are healthy, at each port. */
    int healthy() {
        return group().map(LocalAutoScalingGroup::healthy).orElse(0);
    }

    Map<String, String> tags() {
        return world.local()
                .describeAutoScalingGroup(Template.group(color))
                .map(AutoScalingGroup::tags)
                .orElse(Map.of());
    }

    void tag(String key, String value) {
        world.local().groups().tag(Template.group(color), key, value);
    }

    /** Whether every port has a host that is healthy and alive. */
    boolean serves() {
        return serves(hosts());
    }

    private boolean serves(List<Host> hosts) {
        List<Host> alive =
                hosts.stream().filter(host -> host.machine().isAlive()).toList();
        for (int port = 0; port < world.balancer.ports; port++) {
            int checked = port;
            if (alive.stream().noneMatch(host -> isHealthy(host, checked))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code host} is healthy in the target group of {@code port}. */
    boolean isHealthy(Host host, int port) {
        return world.cloud.network.state(host.id(), port) == TargetState.HEALTHY;
    }

    /** Whether a night has come, and no host after it that serves. */
    boolean isAsleep() {
        return night.isPresent();
    }

    /** Something has happened: the first hosts after a night may serve. */
    void looks() {
        night = night.filter(began -> desired() == 0
                || !serves(hosts().stream()
                        .filter(host -> host.since().isAfter(began))
                        .toList()));
    }

    /** A schedule takes all hosts away. */
    void night() {
        night = Optional.of(world.time.instant());
        crashed = world.time.now();
        group().orElseThrow()
                .scheduled(new ScheduledSize.Sizes(OptionalInt.of(0), OptionalInt.empty(), OptionalInt.of(0)));
    }

    void scale(int hosts) {
        group().orElseThrow().resize(hosts);
    }

    /** The first of its hosts that lives is lost; whether one was. */
    boolean crash() {
        List<Host> hosts = hosts();
        for (int number = 0; number < hosts.size(); number++) {
            if (hosts.get(number).machine().isAlive()) {
                crashed = world.time.now();
                world.cloud.region.lose(color.toString(), number + 1);
                return true;
            }
        }
        return false;
    }
}
