package io.teal.rehearsal.aws.cloudformation;

/** A resource failed, and with it the operation of the stack. */
final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StackFailure(String reason) {
        super(reason);
    }
}
