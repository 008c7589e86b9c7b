package io.teal.app;

/** What the CDK said, without what jsii wraps around it: its own stack, and the frames of its kernel. */
final class CdkMessage {
    private CdkMessage() {}

    /** The message up to the first line that is a stack frame. */
    static String of(RuntimeException wrapped) {
        StringBuilder message = new StringBuilder();
        for (String line : String.valueOf(wrapped.getMessage()).split("\n")) {
            if (line.startsWith("    at ") || line.startsWith("\tat ")) {
                break;
            }
            message.append(message.isEmpty() ? "" : "\n").append(line);
        }
        return message.toString();
    }
}
