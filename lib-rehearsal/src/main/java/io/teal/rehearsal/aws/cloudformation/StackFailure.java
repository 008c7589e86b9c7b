package io.teal.rehearsal.aws.cloudformation;

/** A resource failed, so the stack operation fails. */
final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StackFailure(String reason) {
        super(reason);
    }
}
