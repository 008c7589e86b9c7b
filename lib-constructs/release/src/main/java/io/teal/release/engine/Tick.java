package io.teal.release.engine;

import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import io.teal.release.plan.Plan;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One tick: the checks that all steps share, then the step's own. */
final class Tick implements Progress.Decider<Decision> {
    /** The time that throttling may add to a step; every run ends all the same. */
    private static final Duration MOST_LOST = Duration.ofMinutes(10);

    private final Plan plan;
    private final Journal journal;
    private final Observation seen;
    private final StepContext run;
    private final Instant now;

    Tick(Plan plan, Journal journal, Observation seen, Set<Guard> guards) {
        this.plan = plan;
        this.journal = journal;
        this.seen = seen;
        this.run = new StepContext(plan.color(), plan.home(), journal, seen, guards);
        this.now = seen.now();
    }

    Decision decide() {
        if (journal.outcome().isPresent() && run.on(Guard.ENDED_STAYS_ENDED)) {
            return ended(journal);
        }
        if (seen.stack().isEmpty() && run.on(Guard.STACK_STILL_GOES_THIS_WAY)) {
            return unlessOverdue(new Decision.Wait(journal, "the stack's status cannot be read"));
        }
        return (reversed() && run.on(Guard.STACK_STILL_GOES_THIS_WAY) ? superseded() : Optional.<Decision>empty())
                .or(this::beforeStep)
                .orElseGet(this::step);
    }

    private boolean reversed() {
        return seen.stack().filter(now -> now != plan.purpose().direction()).isPresent();
    }

    /** A run whose stack changed direction writes nothing more; one that installs stops its own deployment first. */
    private Optional<Decision> superseded() {
        boolean stops = plan.purpose().installs() && journal.begun();
        if (stops && journal.goingBack()) {
            return Optional.empty();
        }
        String why = "the stack is going " + seen.stack().get() + ", this run went "
                + plan.purpose().direction();
        return Optional.of(
                stops
                        ? new Decision.Note(journal.turnBack("the stack has turned back", now), why)
                        : end(Outcome.SUPERSEDED, why));
    }

    private Optional<Decision> beforeStep() {
        return unreadable()
                .map(why -> unlessOverdue(new Decision.Wait(journal, why)))
                .or(this::someoneElse)
                .or(this::readBack)
                .or(this::turnBack);
    }

    private Optional<String> unreadable() {
        if (plan.purpose().installs()) {
            return Optional.of(seen.unread()).filter(why -> seen.installation().isEmpty());
        }
        if (seen.live().isEmpty() && plan.home().isPresent()) {
            return Optional.of("the live weights cannot be read");
        }
        return seen.fleets().isEmpty() ? Optional.of("the fleets cannot be read") : Optional.empty();
    }

    private Optional<Decision> someoneElse() {
        boolean ours = seen.live().map(this::ours).orElse(true);
        if (ours || !plan.purpose().stopsOnForeignWeights() || !run.on(Guard.LIVE_IS_OURS)) {
            return Optional.empty();
        }
        return Optional.of(end(
                Outcome.NEEDS_HUMAN,
                "live weights are " + run.live() + ", this run left them at "
                        + journal.at().orElseThrow() + ": someone else moves traffic, and this run stops"));
    }

    private boolean ours(Weights live) {
        return run.on(Guard.STRAY_IS_OURS) ? journal.ownsOrStrayed(live) : journal.owns(live);
    }

    /**
     * The run's own change of weights is recorded, and the step's time starts now. So is one that is in some places
     * only: the others are a change of their own, on evidence of their own.
     */
    private Optional<Decision> readBack() {
        boolean moved = journal.at().isPresent() && !journal.at().equals(seen.live());
        return moved
                ? Optional.of(new Decision.Note(journal.confirm(run.live(), now), "read back " + run.live()))
                : Optional.empty();
    }

    /** What turns a run back in any step. */
    private Optional<Decision> turnBack() {
        if (plan.purpose() != Plan.Purpose.SHIFT || journal.goingBack()) {
            return Optional.empty();
        }
        if (seen.gate().alarms() == Gate.Alarm.ALARM && run.on(Guard.ALARM_TURNS_BACK)) {
            return Optional.of(fail("an alarm is in state ALARM"));
        }
        Optional<Word> abort = seen.word().filter(Word::aborts).filter(word -> run.on(Guard.ABORT_TURNS_BACK));
        if (abort.isPresent()) {
            String why = abort.get().why();
            return Optional.of(fail("a person has aborted it" + (why.isEmpty() ? "" : ": " + why)));
        }
        boolean serves = seen.live().map(live -> live.of(plan.toward()) > 0).orElse(false);
        boolean lost = serves
                && run.on(Guard.LOST_FLEET_TURNS_BACK)
                && run.stale().isEmpty()
                && run.fleet(plan.toward()).healthyAnywhere() == 0;
        return lost ? Optional.of(fail(plan.toward() + " serves and has no healthy target left")) : Optional.empty();
    }

    private Decision step() {
        return plan.step(journal).look(run).decide(this);
    }

    @Override
    public Decision done(Progress.Done step) {
        List<Step> steps = journal.goingBack() ? plan.back() : plan.steps();
        boolean last = journal.step() == steps.size() - 1;
        return last ? stepsDone(step.why()) : new Decision.Note(journal.advance(now), step.why());
    }

    @Override
    public Decision pending(Progress.Pending step) {
        return unlessOverdue(new Decision.Wait(journal, step.why()));
    }

    /** A write of weights is stored in the journal first, and called in the next tick. */
    @Override
    public Decision perform(Progress.Perform step) {
        return unlessOverdue(step.effect()
                .writes()
                .map(write -> write(write, step.why()))
                .orElseGet(() -> new Decision.Call(step.effect(), step.effect().remembered(journal), step.why())));
    }

    /** Where no weight changes there is nothing to read back: clients are let go, and the step's time starts now. */
    private Decision write(Effect.SetWeights write, String why) {
        if (write.from().equals(write.to())) {
            return new Decision.Call(write, journal.confirm(write.to(), now), why);
        }
        Journal noted = journal.intend(write.from(), write.to());
        if (!noted.equals(journal) && run.on(Guard.WRITE_AHEAD)) {
            return new Decision.Note(noted, "going to write " + write.to() + ": " + why);
        }
        Journal after = run.on(Guard.READ_BACK) ? journal : journal.confirm(write.to(), now);
        return new Decision.Call(write, after, why);
    }

    @Override
    public Decision fail(Progress.Fail step) {
        return fail(step.why());
    }

    @Override
    public Decision adopt(Progress.Adopt step) {
        return new Decision.Note(journal.adopt(step.found(), step.hosts(), now), step.why());
    }

    @Override
    public Decision follow(Progress.Follow step) {
        return unlessOverdue(new Decision.Note(journal.follow(step.deployment()), step.why()));
    }

    @Override
    public Decision finish(Progress.Finish step) {
        return end(plan.purpose().success(), step.why());
    }

    private Decision unlessOverdue(Decision decision) {
        Duration patience = plan.step(journal).patience();
        Duration lost = seen.lost().compareTo(MOST_LOST) < 0 ? seen.lost() : MOST_LOST;
        if (!run.on(Guard.WAITS_END) || run.age().minus(lost).compareTo(patience) < 0) {
            return decision;
        }
        String gaveUp = plan.purpose().installs() ? "not installed after " + patience.toMinutes() + " min" : "gave up";
        return fail(gaveUp + ": " + decision.why());
    }

    private Decision fail(String why) {
        if (journal.goingBack() && plan.purpose().installs()) {
            return stepsDone(why);
        }
        if (journal.goingBack()) {
            return end(Outcome.NEEDS_HUMAN, why + "; the run was going back because " + journal.why());
        }
        if (plan.purpose().failure() == Outcome.NEEDS_HUMAN) {
            return end(Outcome.NEEDS_HUMAN, why);
        }
        Journal aborted = Engine.abort(plan, journal, why, now);
        return aborted.outcome().isPresent() ? ended(aborted) : new Decision.Note(aborted, "going back: " + why);
    }

    private Decision stepsDone(String why) {
        if (journal.goingBack()) {
            return end(
                    reversed() && plan.purpose().installs()
                            ? Outcome.SUPERSEDED
                            : plan.purpose().failure(),
                    journal.why());
        }
        return end(plan.purpose().success(), why);
    }

    private Decision end(Outcome outcome, String why) {
        return ended(journal.end(outcome, why));
    }

    private Decision ended(Journal last) {
        return new Decision.Ended(last, plan.purpose().succeeds(last.outcome().orElseThrow()));
    }
}
