package io.teal.constructs.internal.fleet;

import io.teal.release.Contract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.EbsDeviceProps;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * Keys of the user's that encrypt volumes. Auto Scaling's service-linked role starts hosts, so it has to use them; if
 * it may not, no host starts.
 */
public final class VolumeKeys {
    private static final String ROLE = "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

    private VolumeKeys() {}

    /** Lets Auto Scaling use the keys of {@code devices}; warns of a key whose policy is not this app's. */
    static void grant(Construct scope, List<BlockDevice> devices) {
        devices.stream()
                .map(device -> device.getVolume().getEbsDevice())
                .filter(Objects::nonNull)
                .map(EbsDeviceProps::getKmsKey)
                .filter(Objects::nonNull)
                .forEach(key -> grant(scope, key));
    }

    /** Lets Auto Scaling use {@code key}; warns if its policy is not this app's. */
    public static void grant(Construct scope, IKey key) {
        String role = "arn:" + Aws.PARTITION + ":iam::" + Stack.of(scope).getAccount() + ":" + ROLE;
        PolicyStatement use =
                allow(role, "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey");
        PolicyStatement attach = allow(role, "kms:CreateGrant");
        attach.addCondition("Bool", Map.of("kms:GrantIsForAWSResource", true));
        key.addToResourcePolicy(use, true);
        if (!key.addToResourcePolicy(attach, true).getStatementAdded()) {
            Annotations.of(scope)
                    .addWarningV2(
                            Contract.VOLUME_KEY_WARNING,
                            "volumes are encrypted with a key whose policy is not this app's: it must let " + ROLE
                                    + " use the key and create grants, or no host starts");
        }
    }

    /** By a condition: a key policy with the role as principal is refused in an account that does not have it yet. */
    private static PolicyStatement allow(String role, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of("*"))
                .principals(List.of(new AnyPrincipal()))
                .conditions(Map.of("ArnEquals", Map.of("aws:PrincipalArn", role)))
                .build();
    }
}
