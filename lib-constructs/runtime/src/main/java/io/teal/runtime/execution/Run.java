package io.teal.runtime.execution;

import io.teal.release.cutover.CutoverProperties;
import io.teal.release.engine.Decision;
import io.teal.release.engine.Engine;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Observation;
import io.teal.release.plan.Plan;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Obstacle;
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
    private final SpareReads reads;
    private final TickMemory memory;
    private Pressure pressure;
    private Optional<Observation> seen = Optional.empty();
    private Optional<AwsException> lasting = Optional.empty();
    private String said = "";

    Run(Aws aws, Clock clock, Consumer<String> log, Payload given) {
        this.aws = aws;
        this.clock = clock;
        this.log = log;
        this.reads = new SpareReads(aws, clock, clock.instant());
        this.properties = given.event().properties();
        this.opened = given.opened().orElseThrow();
        PlanChoice choice = opened.choices().get(given.at());
        this.plan = choice.installs() ? choice.plan(given.event()) : choice.plan(properties);
        this.journal = given.journal().orElseGet(() -> Journal.begin(clock.instant()));
        this.probed = FunctionCalls.probed(given);
        this.payload = FunctionCalls.absorb(given, journal).journal(journal);
        this.memory = new TickMemory(payload, clock.instant());
        this.pressure = Pressure.of(payload, journal.since(), clock.instant());
    }

    /** Decides, acts, and returns the next payload. */
    Payload tick() {
        Journal now = Deadline.overdue(payload, plan, clock.instant())
                ? Engine.abort(plan, journal, "CloudFormation's timeout is near", clock.instant())
                : journal;
        Decision decision = further(plan.purpose().installs() ? decide(now, install(now)) : move(now));
        pressure = throttled() ? pressure.more() : pressure.none();
        Payload after = pressure.keep(memory.keep(decision.carryOut(this)));
        return new Notices(payload, after, seen, said).add(clock.instant());
    }

    private Decision move(Journal now) {
        TickObserver look =
                new TickObserver(aws, clock, observer(), payload, now, plan, memory, pressure, this::throttled);
        Gate gate = new GateReader(observer(), clock, plan, payload).read(now);
        Hook hook = FunctionCalls.hook(payload, now);
        Decision decision = decide(now, look.observe(gate, hook));
        boolean calls = decision instanceof Decision.Call && !look.isSure();
        return calls ? decide(now, look.surely(gate, hook)) : decision;
    }

    private Decision decide(Journal now, Observation found) {
        Observation sight = found.losing(pressure.lost());
        seen = Optional.of(sight);
        lasting = failures.stream().filter(this::lasts).findFirst();
        return tell(Engine.tick(plan, lasting.map(failed -> abort(now, failed)).orElse(now), sight));
    }

    /** What follows at once from the same sight. A step that lets time pass is looked at anew when it is over. */
    private Decision further(Decision decision) {
        boolean goesOn = decision instanceof Decision.Note
                && !plan.purpose().installs()
                && plan.step(journal).takes().isZero();
        if (!goesOn) {
            return decision;
        }
        Decision next = Engine.tick(plan, decision.journal(), seen.orElseThrow());
        boolean timed = !plan.step(decision.journal()).takes().isZero();
        if (timed) {
            return next instanceof Decision.Wait && !blind(decision) ? tell(next) : decision;
        }
        return next instanceof Decision.Note ? further(tell(next)) : decision;
    }

    /** Whether the next step decides by health that this one did not need. */
    private boolean blind(Decision decision) {
        return plan.step(decision.journal()).judgesHealth()
                && !plan.step(journal).judgesHealth();
    }

    private Decision tell(Decision decision) {
        said = decision.why();
        log.accept(decision.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + decision.why());
        return decision;
    }

    private boolean throttled() {
        return failures.stream().anyMatch(failed -> failed.obstacle() == Obstacle.THROTTLED);
    }

    /** Gives up going forward. */
    Payload abort(String why) {
        return noted(Engine.abort(plan, journal, why, clock.instant())).go(NextState.AGAIN);
    }

    /** {@code after}, and if the run turned back just now, why. */
    private Payload noted(Journal after) {
        Payload noted = payload.journal(after);
        return after.goingBack() && payload.explained().isEmpty()
                ? noted.explain(reasons().of(after.why()))
                : noted;
    }

    private Reasons reasons() {
        return new Reasons(reads, plan, payload, seen, lasting);
    }

    private boolean lasts(AwsException failed) {
        return failed.obstacle().lasts(Duration.between(payload.started(), clock.instant()));
    }

    private Journal abort(Journal now, AwsException lasting) {
        return Engine.abort(plan, now, lasting.line(), clock.instant());
    }

    private Observation install(Journal now) {
        boolean late = !clock.instant().isBefore(now.since().plus(plan.step(now).patience()));
        return new InstallObserver(aws, clock, payload.event(), failures::add).observe(now, late);
    }

    private Observer observer() {
        return new Observer(aws, properties, clock, failures::add);
    }

    @Override
    public Payload note(Decision.Note decision) {
        return noted(decision.journal()).go(NextState.AGAIN);
    }

    @Override
    public Payload waits(Decision.Wait decision) {
        Payload noted = noted(decision.journal());
        if (plan.purpose().installs()) {
            return noted.waiting(InstallPace.seconds(seen, plan.step(decision.journal())));
        }
        FunctionCalls calls = new FunctionCalls(properties);
        return !probed && calls.probes(plan, decision.journal())
                ? calls.probe(noted, plan.toward())
                : noted.waiting(seconds(decision.journal()));
    }

    /** About a tick, so that runs which began together spread; less if the step is over by then. */
    private long seconds(Journal now) {
        if (throttled()) {
            return pressure.more().seconds(payload.execution());
        }
        Instant over = now.since().plus(plan.step(now).takes());
        return pressure.tick(payload.execution(), properties.timing().tick(), Duration.between(clock.instant(), over));
    }

    /** If the call fails, nothing is stored and the next tick decides again. */
    @Override
    public Payload call(Decision.Call decision) {
        Duration left = plan.step(journal).patience().minus(Duration.between(journal.since(), clock.instant()));
        Payload noted = noted(decision.journal());
        try {
            CallResult reply = decision.effect().call(effects());
            Payload followed = reply.deployment()
                    .map(id -> noted.journal(decision.journal().follow(Optional.of(id))))
                    .orElse(noted);
            return reply.hook()
                    .map(hook -> new FunctionCalls(properties).hook(noted, hook, left))
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
            lasting = Optional.of(failed);
            return noted(turned).go(NextState.AGAIN);
        }
        if (plan.purpose().installs()) {
            return refused(failed);
        }
        boolean pressed = failed.obstacle() == Obstacle.THROTTLED;
        return payload.waiting(pressed ? pressure.more().seconds(payload.execution()) : PAUSE_SECONDS);
    }

    private Effects effects() {
        return new Effects(
                aws,
                properties,
                memory,
                () -> observer().older(payload.own()),
                () -> new InstallObserver(aws, clock, payload.event(), failures::add));
    }

    /** Somebody else's deployment is no refusal: the next tick finds it. */
    private Payload refused(AwsException failed) {
        boolean others = failed.obstacle().kind() == Obstacle.Kind.SOMEONE_ELSES;
        Journal after = others ? journal : journal.refuse(failed.getMessage(), clock.instant());
        return payload.journal(after).waiting(LOOK_AGAIN_SECONDS);
    }

    @Override
    public Payload ended(Decision.Ended ended) {
        Payload noted = payload.journal(ended.journal());
        if (ended.succeeded() && noted.at() < opened.choices().size() - 1) {
            return noted.next().go(NextState.AGAIN);
        }
        if (!ended.succeeded()) {
            Payload failed = noted.fail(reasons().atTheEnd(ended.journal()));
            boolean sent = payload.event().type() == Event.ResourceType.GUARD
                    && journal.intent().isPresent();
            return sent ? failed.waiting(properties.timing().tick().toSeconds() + 1) : failed;
        }
        String what = plan.purpose().installs() ? Installable.of(payload.event()) + " " : "";
        return noted.end(true, what + ended.journal().why());
    }
}
