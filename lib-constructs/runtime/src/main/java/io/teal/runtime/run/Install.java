package io.teal.runtime.run;

import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Deployment;
import io.teal.release.seen.Direction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run that lets CodeDeploy install a colour's version on its fleet, where nothing serves: one deployment, until every
 * host in service was in one that succeeded.
 *
 * <p>In a rollback it installs what was there before, and answers SUCCESS however that ends: the colour has no traffic,
 * and a stack that is stuck would be worse. What it could not finish stays marked, so that nothing moves traffic there.
 *
 * <p>In place it installs where traffic is, and watches the alarms afterwards ({@link Bake}). A rollback that could not
 * install is answered FAILED then: hosts of two versions serve, and somebody must hear of it.
 */
final class Install {
    private static final String DIRECTION = "direction";
    private static final String DEPLOYMENT = "deployment";
    private static final String TRIED = "tried";
    private static final String REFUSED = "refused";
    private static final String BAKING = "baking";

    private static final Duration LONGEST_WAY_BACK = Duration.ofMinutes(10);

    /** What CodeDeploy refuses for longer than this it will not take. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int PAUSE_SECONDS = 5;
    private static final int TICK_SECONDS = 15;

    private final Aws aws;
    private final Clock clock;
    private final Consumer<String> log;
    private final Payload payload;
    private final InstallTarget target;

    Install(Aws aws, Clock clock, Consumer<String> log, Payload payload) {
        this.aws = aws;
        this.clock = clock;
        this.log = log;
        this.payload = payload;
        this.target = new InstallTarget(aws, payload.event(), clock);
    }

    /** Looks, does at most one thing, and returns what to go on with. */
    Payload tick() {
        try {
            Direction now = Direction.of(aws.describeStackStatus(payload.event().stack()));
            if (now != Direction.FORWARD && now != Direction.BACKWARD) {
                return waiting("the stack is " + now + ", and this run belongs to an update");
            }
            if (direction().filter(begun -> begun != now).isPresent()) {
                target.stop(deployment());
                return payload.end(false, "the stack has turned back");
            }
            Payload known = payload.with(DIRECTION, now.name());
            return new Install(aws, clock, log, known).go();
        } catch (AwsException unknown) {
            return waiting(unknown.getMessage());
        }
    }

    /** Gives up. */
    Payload abort(String why) {
        try {
            target.stop(deployment());
            remark();
        } catch (AwsException unknown) {
            log.accept("the deployment may go on: " + unknown.getMessage());
        }
        return ended(why);
    }

    private Payload go() {
        if (baking().isPresent()) {
            return bake(baking().get());
        }
        return deployment().isPresent() ? follow(deployment().get()) : begin();
    }

    private Payload begin() {
        if (target.serves()) {
            return payload.end(true, target + " serves: nothing is installed where traffic is");
        }
        Optional<String> missing = target.missing();
        if (missing.isPresent()) {
            return waiting(missing.get());
        }
        Optional<Deployment> running = target.running();
        if (running.isPresent()) {
            return meet(running.get());
        }
        return target.isInstalled() ? payload.end(true, target + " has it already") : create();
    }

    /** CodeDeploy runs one deployment of a group at a time: here is one already. */
    private Payload meet(Deployment other) {
        if (other.isOfALaunch()) {
            return waiting("CodeDeploy installs on a host that was launched, deployment " + other.id());
        }
        if (target.installs(other)) {
            log.accept("goes on with deployment " + other.id());
            return follows(other.id()).go(Next.AGAIN);
        }
        target.stop(Optional.of(other.id()));
        return waiting("deployment " + other.id() + " of something else was in the way and is being stopped");
    }

    private Payload create() {
        target.mark();
        try {
            String id = back() ? target.createBack() : target.create();
            log.accept("installs " + target + ": deployment " + id);
            return follows(id).without(REFUSED).waiting(PAUSE_SECONDS);
        } catch (AwsException refused) {
            return refused(refused);
        }
    }

    private Payload follows(String id) {
        return payload.with(DEPLOYMENT, id).with(TRIED, "true");
    }

    private Payload refused(AwsException refused) {
        if (refused.code().equals("DeploymentLimitExceededException")) {
            return waiting(refused.getMessage());
        }
        Instant since = payload.text(REFUSED).map(Instant::parse).orElseGet(clock::instant);
        log.accept(refused.getMessage());
        return clock.instant().isAfter(since.plus(PATIENCE))
                ? failed(refused.getMessage())
                : payload.with(REFUSED, since.toString()).waiting(PAUSE_SECONDS);
    }

    private Payload follow(String id) {
        Deployment own = aws.codeDeploy().getDeployment(id);
        if (own.running()) {
            return late() ? tooLate(id) : payload.waiting(TICK_SECONDS);
        }
        if (!own.succeeded() || own.unsuccessful() > 0) {
            return failed(new InstallExplanation(aws.codeDeploy()).of(own));
        }
        Optional<String> missing = target.missing().or(() -> target.running().map(Install::goesOn));
        if (missing.isPresent()) {
            return waiting(missing.get());
        }
        if (!target.covered(id)) {
            log.accept("a host came while deployment " + id + " ran: installs again");
            return late() ? tooLate(id) : payload.without(DEPLOYMENT).go(Next.AGAIN);
        }
        target.tag();
        return target.inPlace() && !back()
                ? payload.with(BAKING, clock.instant().toString()).go(Next.AGAIN)
                : installed();
    }

    private Payload bake(Instant since) {
        Bake bake = new Bake(aws, payload.event());
        Optional<String> alarm = bake.alarm();
        if (alarm.isPresent()) {
            return failed(alarm.get() + " after deployment " + deployment().orElseThrow());
        }
        return bake.over(since, clock.instant()) ? installed() : payload.waiting(TICK_SECONDS);
    }

    private Payload installed() {
        return payload.end(
                true, target + " is installed, deployment " + deployment().orElseThrow());
    }

    private static String goesOn(Deployment next) {
        return "CodeDeploy goes on with deployment " + next.id();
    }

    private Payload tooLate(String id) {
        String why = "not installed after " + patience().toMinutes() + " min: "
                + new InstallExplanation(aws.codeDeploy()).of(aws.codeDeploy().getDeployment(id));
        target.stop(Optional.of(id));
        return failed(why);
    }

    private Payload waiting(String why) {
        log.accept("waits: " + why);
        return late()
                ? failed("not installed after " + patience().toMinutes() + " min: " + why)
                : payload.waiting(PAUSE_SECONDS);
    }

    private Payload failed(String why) {
        try {
            remark();
        } catch (AwsException unknown) {
            if (!late()) {
                throw unknown;
            }
            log.accept("hosts may lack the mark: " + unknown.getMessage());
        }
        return ended(why);
    }

    /** Hosts that came while a deployment ran do not bear the mark yet. */
    private void remark() {
        if (payload.text(TRIED).isPresent()) {
            target.mark();
        }
    }

    private Payload ended(String why) {
        return payload.end(back() && !target.inPlace(), target + ": " + why);
    }

    private boolean late() {
        return clock.instant().isAfter(payload.started().plus(patience()));
    }

    private Duration patience() {
        Duration timeout = payload.event().install().timeout();
        if (target.inPlace()) {
            return baking().isPresent()
                    ? timeout.plus(payload.event().install().inPlace().orElseThrow())
                    : timeout;
        }
        return back() && timeout.compareTo(LONGEST_WAY_BACK) > 0 ? LONGEST_WAY_BACK : timeout;
    }

    private boolean back() {
        return direction().filter(way -> way == Direction.BACKWARD).isPresent();
    }

    private Optional<Instant> baking() {
        return payload.text(BAKING).map(Instant::parse);
    }

    private Optional<Direction> direction() {
        return payload.text(DIRECTION).map(Direction::valueOf);
    }

    private Optional<String> deployment() {
        return payload.text(DEPLOYMENT);
    }
}
