package io.teal.constructs.internal.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import software.amazon.awscdk.AspectOptions;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.IConstruct;

/**
 * Keeps what hosts may do until a deploy is over, also what the new template does not grant any more: the live version
 * may need it as long as it has traffic.
 *
 * <p>The policy of what users grant is named after its content. CloudFormation makes a policy of another name before it
 * touches a fleet, and removes the one before in the cleanup, after traffic has moved; a policy that keeps its name
 * would be changed first of all.
 */
final class LastingGrants implements IAspect {
    /** After every aspect that may grant something. */
    private static final int LAST = 1000;

    private static final int HASH_BYTES = 4;

    private LastingGrants() {}

    /** Of {@code role}. */
    static void of(Role role) {
        Aspects.of(role)
                .add(new LastingGrants(), AspectOptions.builder().priority(LAST).build());
    }

    @Override
    public void visit(IConstruct node) {
        if (node instanceof CfnPolicy policy) {
            Stack stack = Stack.of(policy);
            String id = stack.resolve(((CfnElement) policy).getLogicalId()).toString();
            policy.overrideLogicalId(id + hash(String.valueOf(stack.resolve(policy.getPolicyDocument()))));
        }
    }

    private static String hash(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, HASH_BYTES).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
