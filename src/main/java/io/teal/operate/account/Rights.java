package io.teal.operate.account;

import java.time.Instant;
import java.util.List;

/**
 * The calls by which a caller's rights are found out, under AWS's names.
 *
 * @see io.teal.release.port.AwsException what each throws if it fails
 */
public interface Rights {
    /** STS {@code GetCallerIdentity}: the caller's ARN; the call needs no permission. */
    String caller();

    /** The time at AWS when that call was answered, to the second. */
    Instant time();

    /** IAM {@code GetRole}: the ARN of the role called {@code name}, its path in it. */
    String role(String name);

    /**
     * IAM {@code SimulatePrincipalPolicy}: what the policies of a principal, its boundary and the organization's say of
     * each of {@code actions} on {@code resource}; all pages.
     *
     * @param principal ARN of a user or role
     * @param resource an ARN, or {@code *}
     */
    List<SimulatedCall> simulate(String principal, List<String> actions, String resource);
}
