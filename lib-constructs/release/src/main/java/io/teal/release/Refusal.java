package io.teal.release;

/**
 * Why a deploy is not done, and what to do instead.
 *
 * @param reason what was seen, one line
 * @param remedy what to do, one line, with the flags that would be right
 */
public record Refusal(String reason, String remedy) {
    /** Both, in the one line that CloudFormation is answered. */
    public String line() {
        return reason + "; " + remedy;
    }
}
