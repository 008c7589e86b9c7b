package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.lambda.FunctionCode;

/**
 * How a stack is played.
 *
 * @param seed draws how long each change takes
 * @param code the release function's code
 * @param latitude what AWS does where it documents nothing
 */
public record StackPlay(long seed, FunctionCode code, Latitude latitude) {
    /** As usual. */
    public StackPlay(long seed) {
        this(seed, FunctionCode.OF_TEAL, Latitude.USUAL);
    }
}
