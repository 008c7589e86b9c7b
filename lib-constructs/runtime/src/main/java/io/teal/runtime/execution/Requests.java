package io.teal.runtime.execution;

import io.teal.release.guard.ReleaseGuard;
import io.teal.release.observation.Direction;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the function is asked from outside its machine: it starts executions, or answers at once. */
final class Requests {
    /** An alarm that lasts, and a standby that cannot serve: a person was told each time. */
    private static final int MOST_TRIES = 5;

    private final Aws aws;
    private final Answers answers;
    private final Consumer<String> log;

    Requests(Aws aws, Answers answers, Consumer<String> log) {
        this.aws = aws;
        this.answers = answers;
        this.log = log;
    }

    /** See {@link Runs#onEvent}. */
    void onEvent(Event event) {
        if (event.deletes() || event.onlyStands()) {
            delete(event);
            return;
        }
        Optional<String> unread = Legible.unless(event::properties);
        if (unread.isPresent()) {
            unreadable(event, unread.get());
            return;
        }
        start(event.properties().stateMachine(), event);
    }

    /**
     * In a rollback they are those of the function that comes back any moment: Lambda delivers the event again after
     * one minute and after two.
     */
    private void unreadable(Event event, String why) {
        if (Direction.of(aws.describeStackStatus(event.stack())) == Direction.BACKWARD) {
            throw Records.unknown("the properties to go back to cannot be read yet: " + why);
        }
        Reason reason = Reason.of(why, event.look());
        answers.put(event.responseUrl(), event.answer(false, reason.text(), Map.of()));
    }

    /** A delete that cannot wait is answered at once: a stack that cannot be deleted would be worse. */
    private void delete(Event event) {
        try {
            if (event.deleteWait().isPresent()) {
                start(event.properties().stateMachine(), event);
                return;
            }
        } catch (AwsException | IllegalArgumentException cannotWait) {
            log.accept("deletes without waiting: " + cannotWait.getMessage());
        }
        answers.put(event.responseUrl(), event.answer(true, "nothing to do", Map.of()));
    }

    /** An execution of that name is the same request, delivered again. */
    private void start(String machine, Event event) {
        try {
            aws.startExecution(machine, event.execution(), Map.of(Runs.EVENT, event.map()));
        } catch (AwsException failed) {
            if (!failed.code().equals("ExecutionAlreadyExists")) {
                throw failed;
            }
        }
    }

    /** See {@link Runs#guard}. */
    void guard(String machine, String stack, Clock clock) {
        Optional<GuardRecord> record = GuardRecord.read(aws, aws.listExecutions(machine));
        GuardLook look = new GuardLook(aws, clock, stack, record);
        Optional<String> refusal = ReleaseGuard.refusal(look)
                .or(() -> record.filter(GuardRecord::busy).map(one -> "it returns traffic already"))
                .or(() -> record.filter(one -> one.tries() >= MOST_TRIES)
                        .map(one -> "it has tried " + MOST_TRIES + " times"));
        if (refusal.isPresent()) {
            log.accept("the guard does nothing: " + refusal.get());
            return;
        }
        GuardRecord release = record.orElseThrow();
        String request = release.request() + "-" + (release.tries() + 1);
        log.accept("the guard returns traffic: " + look.raised());
        start(machine, Event.guard(release.settled().event(), request, look.raised()));
    }

    /** See {@link Runs#died}. A guard that died is found by its schedule. */
    void died(Event event, String how) {
        if (event.type() == Event.ResourceType.GUARD) {
            log.accept(event.execution() + " has ended as " + how);
            return;
        }
        Reason reason = Reason.of("the run has died: its state machine ended as " + how, event.look());
        log.accept(event.execution() + " " + reason.text().replace("\n", "; "));
        answers.put(event.responseUrl(), event.answer(event.deletes(), reason.text(), Map.of()));
    }
}
