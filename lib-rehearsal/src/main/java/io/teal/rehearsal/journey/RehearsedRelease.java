package io.teal.rehearsal.journey;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import java.util.Optional;

/**
 * One release to rehearse.
 *
 * @param name what the report calls it
 * @param model its template
 * @param trouble what goes wrong in its deploy, so that the stack goes back
 * @param byHand what somebody does to the weights before it
 */
public record RehearsedRelease(String name, StackModel model, Optional<Trouble> trouble, Optional<Leg.Happens> byHand) {

    /** A release in which nothing else happens. */
    public RehearsedRelease(String name, StackModel model) {
        this(name, model, Optional.empty(), Optional.empty());
    }

    /** The same release of {@code other}. */
    RehearsedRelease with(StackModel other) {
        return new RehearsedRelease(name, other, trouble, byHand);
    }

    Leg leg() {
        return new Leg.Deploy(name, model, trouble);
    }
}
