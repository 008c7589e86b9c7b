package io.teal.rehearsal.aws.cloudformation;

/**
 * What AWS does not document of a rollback: it may do one or the other, and a release must bear both.
 *
 * @param resolvesAnew whether {@code Fn::GetAtt} gives what a resource answers in the rollback, or what it gave before
 *     the update
 * @param renumbers whether a launch template that goes back gets a new version, or its old one
 * @param ordersByName whether a resource waits only for those it names itself, or also for those that they wait for
 * @param freesFunction whether nothing waits for a function
 */
public record Latitude(boolean resolvesAnew, boolean renumbers, boolean ordersByName, boolean freesFunction) {
    /** What a rehearsal assumes. */
    public static final Latitude USUAL = new Latitude(true, true, false, false);
}
