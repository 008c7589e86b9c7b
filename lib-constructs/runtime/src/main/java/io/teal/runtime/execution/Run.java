package io.teal.runtime.execution;

import io.teal.release.cutover.CutoverProperties;
import io.teal.release.engine.Decision;
import io.teal.release.engine.Engine;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.InstallState;
import io.teal.release.observation.Observation;
import io.teal.release.plan.Plan;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Deployment;
import io.teal.release.port.Execution;
import io.teal.release.port.Obstacle;
import io.teal.release.step.Evidence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One tick of the engine on the run's current plan. */
final class Run implements Decision.Driver<Payload, RuntimeException> {
    /** After a call, until its effect can be read back; and after a failed one. */
    private static final int PAUSE_SECONDS = 2;

    /** Between the ticks of a run that installs, while a deployment runs or alarms are watched. */
    private static final int INSTALL_SECONDS = 15;

    private static final int LOOK_AGAIN_SECONDS = 5;

    private final Aws aws;
    private final Clock clock;
    private final Consumer<String> log;
    private final CutoverProperties properties;
    private final OpeningResult opened;
    private final Plan plan;
    private final Payload payload;
    private final Journal journal;
    private final boolean probed;
    private final List<AwsException> failures = new ArrayList<>();
    private Observation seen;

    Run(Aws aws, Clock clock, Consumer<String> log, Payload given) {
        this.aws = aws;
        this.clock = clock;
        this.log = log;
        this.properties = given.event().properties();
        this.opened = given.opened().orElseThrow();
        this.plan = opened.choices().get(given.at()).plan(given.event());
        this.journal = given.journal().orElseGet(() -> Journal.begin(clock.instant()));
        this.probed = FunctionCalls.probed(given);
        this.payload = FunctionCalls.absorb(given, journal.since()).journal(journal);
    }

    /** Decides, acts, and returns the next payload. */
    Payload tick() {
        Journal now = Deadline.overdue(payload, plan, clock.instant())
                ? Engine.abort(plan, journal, "CloudFormation's timeout is near", clock.instant())
                : journal;
        seen = observe(now);
        Optional<AwsException> lasting = failures.stream().filter(this::lasts).findFirst();
        Decision decision =
                Engine.tick(plan, lasting.map(failed -> abort(now, failed)).orElse(now), seen);
        log.accept(decision.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + decision.why());
        return decision.carryOut(this);
    }

    /** Gives up going forward. */
    Payload abort(String why) {
        return payload.journal(Engine.abort(plan, journal, why, clock.instant()))
                .go(NextState.AGAIN);
    }

    private boolean lasts(AwsException failed) {
        return failed.obstacle().lasts(Duration.between(payload.started(), clock.instant()));
    }

    private Journal abort(Journal now, AwsException lasting) {
        return Engine.abort(plan, now, lasting.line(), clock.instant());
    }

    private Observation observe(Journal now) {
        if (plan.purpose().installs()) {
            boolean late =
                    !clock.instant().isBefore(now.since().plus(plan.step(now).patience()));
            return new InstallObserver(aws, clock, payload.event(), failures::add).observe(now, late);
        }
        boolean gated = plan.purpose() == Plan.Purpose.SHIFT && now.at().isPresent() && !now.goingBack();
        Gate gate = gated ? gate(now.since()) : Gate.NONE;
        Hook hook = FunctionCalls.hook(payload);
        return observer().observe(payload.event().stack(), Optional.of(own()), gate, hook);
    }

    private Observer observer() {
        return new Observer(aws, properties, clock, failures::add);
    }

    private Gate gate(Instant since) {
        Gate gate = observer().gate(plan.toward(), since, FunctionCalls.answered(payload, since));
        return FunctionCalls.failed(payload, since) ? new Gate(Gate.Alarm.ALARM, gate.samples(), gate.probes()) : gate;
    }

    @Override
    public Payload note(Decision.Note decision) {
        return payload.journal(decision.journal()).go(NextState.AGAIN);
    }

    @Override
    public Payload waits(Decision.Wait decision) {
        Payload noted = payload.journal(decision.journal());
        if (plan.purpose().installs()) {
            return noted.waiting(installs(decision.journal()) ? INSTALL_SECONDS : LOOK_AGAIN_SECONDS);
        }
        return probes(decision.journal())
                ? new FunctionCalls(properties).probe(noted, plan.toward())
                : noted.waiting(properties.timing().tick().toSeconds());
    }

    private boolean probes(Journal now) {
        boolean serves = now.at().map(weights -> weights.of(plan.toward()) > 0).orElse(false);
        return !probed
                && serves
                && !now.goingBack()
                && plan.purpose() == Plan.Purpose.SHIFT
                && properties.gating().evidence() == Evidence.PROBE
                && properties.probe().isPresent();
    }

    /** If the call fails, nothing is stored and the next tick decides again. */
    @Override
    public Payload call(Decision.Call decision) {
        Payload noted = payload.journal(decision.journal());
        try {
            CallResult reply = decision.effect().call(effects());
            Payload followed = reply.deployment()
                    .map(id -> noted.journal(decision.journal().follow(Optional.of(id))))
                    .orElse(noted);
            return reply.hook()
                    .map(color -> new FunctionCalls(properties).hook(noted, color))
                    .orElseGet(() ->
                            reply.seconds() == 0 ? followed.go(NextState.AGAIN) : followed.waiting(reply.seconds()));
        } catch (AwsException failed) {
            log.accept("the call failed: " + failed.getMessage());
            return failed(failed);
        }
    }

    private Payload failed(AwsException failed) {
        Journal turned = lasts(failed) ? abort(journal, failed) : journal;
        if (!turned.equals(journal)) {
            return payload.journal(turned).go(NextState.AGAIN);
        }
        return plan.purpose().installs() ? refused(failed) : payload.waiting(PAUSE_SECONDS);
    }

    private Effects effects() {
        return new Effects(
                aws,
                properties,
                () -> observer().older(own()),
                () -> new InstallObserver(aws, clock, payload.event(), failures::add));
    }

    /** Somebody else's deployment is no refusal: the next tick finds it. */
    private Payload refused(AwsException failed) {
        boolean others = failed.obstacle().kind() == Obstacle.Kind.SOMEONE_ELSES;
        Journal after = others ? journal : journal.refuse(failed.getMessage(), clock.instant());
        return payload.journal(after).waiting(LOOK_AGAIN_SECONDS);
    }

    private boolean installs(Journal now) {
        boolean runs = seen.installation()
                .flatMap(InstallState::own)
                .filter(Deployment::running)
                .isPresent();
        return runs || seen.installation().isPresent() && plan.step(now).takes().compareTo(Duration.ZERO) > 0;
    }

    @Override
    public Payload ended(Decision.Ended ended) {
        Payload noted = payload.journal(ended.journal());
        List<PlanChoice> choices = opened.choices();
        if (ended.succeeded() && noted.at() < choices.size() - 1) {
            return noted.next().go(NextState.AGAIN);
        }
        if (plan.purpose().installs()) {
            return installed(ended, noted);
        }
        String reason = FunctionCalls.hookSaid(noted).map(text -> ": " + text).orElse("");
        String why = ended.journal().why() + reason;
        return noted.end(
                ended.succeeded(), ended.succeeded() ? why : new Explanation(aws, properties).of(plan.toward(), why));
    }

    private Payload installed(Decision.Ended ended, Payload noted) {
        String why = ended.journal().why();
        String what = Installable.of(payload.event()).toString();
        return noted.end(
                ended.succeeded(),
                switch (ended.journal().outcome().orElseThrow()) {
                    case INSTALLED -> what + " " + why;
                    case SUPERSEDED -> why;
                    default -> what + ": " + why;
                });
    }

    private Execution own() {
        return new Execution(payload.execution(), payload.event().execution(), "RUNNING", payload.started());
    }
}
