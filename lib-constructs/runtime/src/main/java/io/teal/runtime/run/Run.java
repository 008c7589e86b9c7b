package io.teal.runtime.run;

import io.teal.release.cutover.CutoverProperties;
import io.teal.release.engine.Decision;
import io.teal.release.engine.Engine;
import io.teal.release.journal.Journal;
import io.teal.release.plan.Plan;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.release.seen.Gate;
import io.teal.release.seen.Hook;
import io.teal.release.seen.Observation;
import io.teal.release.step.Effect;
import io.teal.release.step.Evidence;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A run that knows what to do: one tick of the engine on the errand it is at. */
final class Run {
    /** After a call: by then its effect can be read back; and after one that failed, before it is decided anew. */
    private static final int PAUSE_SECONDS = 2;

    private final Aws aws;
    private final Clock clock;
    private final Consumer<String> log;
    private final CutoverProperties properties;
    private final Opened opened;
    private final Plan plan;
    private final Payload payload;
    private final Journal journal;
    private final boolean probed;

    Run(Aws aws, Clock clock, Consumer<String> log, Payload given) {
        this.aws = aws;
        this.clock = clock;
        this.log = log;
        this.properties = given.event().properties();
        this.opened = given.opened().orElseThrow();
        this.plan = opened.errands().get(given.at()).plan(properties);
        this.journal = given.journal().orElseGet(() -> Journal.begin(clock.instant()));
        this.probed = Calls.probed(given);
        this.payload = Calls.absorb(given, journal.since()).journal(journal);
    }

    /** Decides, acts, and returns what to go on with. */
    Payload tick() {
        Journal now = Deadline.overdue(payload, plan, clock.instant())
                ? Engine.abort(plan, journal, "the time that CloudFormation waits is nearly over", clock.instant())
                : journal;
        return carryOut(Engine.tick(plan, now, observe(now)));
    }

    /** Gives up going forward. */
    Payload abort(String why) {
        return payload.journal(Engine.abort(plan, journal, why, clock.instant()))
                .go(Next.AGAIN);
    }

    private Observation observe(Journal now) {
        boolean gated = plan.kind() == Plan.Kind.SHIFT && now.at().isPresent() && !now.goingBack();
        Gate gate = gated ? gate(now.since()) : Gate.NONE;
        Hook hook = Calls.hook(payload);
        return new Observer(aws, properties, clock).observe(payload.event().stack(), Optional.of(own()), gate, hook);
    }

    private Gate gate(Instant since) {
        Gate gate = new Observer(aws, properties, clock).gate(plan.toward(), since, Calls.answered(payload, since));
        return Calls.failed(payload, since) ? new Gate(Gate.Alarm.ALARM, gate.samples(), gate.probes()) : gate;
    }

    private Payload carryOut(Decision decision) {
        log.accept(decision.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + decision.why());
        Payload noted = payload.journal(decision.journal());
        if (decision instanceof Decision.Note) {
            return noted.go(Next.AGAIN);
        }
        if (decision instanceof Decision.Wait) {
            return probes(decision.journal())
                    ? new Calls(properties).probe(noted, plan.toward())
                    : noted.waiting(properties.timing().tick().toSeconds());
        }
        return decision instanceof Decision.Call call ? call(call, noted) : ended((Decision.Ended) decision, noted);
    }

    private boolean probes(Journal now) {
        boolean serves = now.at().map(weights -> weights.of(plan.toward()) > 0).orElse(false);
        return !probed
                && serves
                && !now.goingBack()
                && plan.kind() == Plan.Kind.SHIFT
                && properties.gating().evidence() == Evidence.PROBE
                && properties.probe().isPresent();
    }

    /** If the call fails, nothing is remembered of it and the next tick decides anew. */
    private Payload call(Decision.Call call, Payload noted) {
        if (call.effect() instanceof Effect.CallHook hook) {
            return new Calls(properties).hook(noted, hook.color());
        }
        try {
            apply(call.effect());
            return noted.waiting(PAUSE_SECONDS);
        } catch (AwsException failed) {
            log.accept("the call failed: " + failed.getMessage());
            return payload.waiting(PAUSE_SECONDS);
        }
    }

    private void apply(Effect effect) {
        Effects effects = new Effects(aws, properties);
        if (effect instanceof Effect.SetWeights write) {
            effects.apply(write);
        } else if (effect instanceof Effect.SetDesired write) {
            effects.apply(write);
        } else if (effect instanceof Effect.Mark mark) {
            effects.mark(mark.color());
        } else {
            effects.stop(new Observer(aws, properties, clock).older(own()));
        }
    }

    private Payload ended(Decision.Ended ended, Payload noted) {
        List<Errand> errands = opened.errands();
        if (ended.succeeded() && noted.at() < errands.size() - 1) {
            return noted.next().go(Next.AGAIN);
        }
        String said = Calls.hookSaid(noted).map(reason -> ": " + reason).orElse("");
        String why = ended.journal().why() + said;
        return noted.end(
                ended.succeeded(), ended.succeeded() ? why : new Explanation(aws, properties).of(plan.toward(), why));
    }

    private Execution own() {
        return new Execution(payload.execution(), payload.event().execution(), "RUNNING", payload.started());
    }
}
