package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.AnyVersion;
import io.teal.release.InvalidValueException;
import io.teal.release.Required;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup.LifecycleHookSpecificationProperty;
import software.amazon.awscdk.services.autoscaling.TerminationPolicy;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.IKeyPair;
import software.amazon.awscdk.services.ec2.IPlacementGroup;
import software.amazon.awscdk.services.kms.IKey;

/** The checked values of {@code HostOptions}, whose builder documents each. */
public record HostSettings(
        Optional<SpotSettings> spot,
        Optional<Integer> metadataHopLimit,
        Optional<IKeyPair> keyPair,
        Optional<IKey> volumeKey,
        Optional<IPlacementGroup> placementGroup,
        Optional<String> capacityReservations,
        List<LifecycleHookSpecificationProperty> lifecycleHooks,
        List<TerminationPolicy> terminationPolicies,
        boolean keepAbandoned,
        Optional<AgentSettings> agent) {
    private static final int MOST_HOPS = 64;
    private static final int SHORTEST_HOOK = 30;
    private static final int LONGEST_HOOK = 7200;
    private static final String TERMINATING = "autoscaling:EC2_INSTANCE_TERMINATING";
    private static final Set<String> TRANSITIONS = Set.of("autoscaling:EC2_INSTANCE_LAUNCHING", TERMINATING);

    /** What hosts are if nothing is said of them. */
    public static final HostSettings USUAL = new HostSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            false,
            Optional.empty());

    /** Checks the ranges, and what excludes each other. */
    public HostSettings {
        Required.all(spot, metadataHopLimit, keyPair, volumeKey, placementGroup, capacityReservations, agent);
        lifecycleHooks = List.copyOf(lifecycleHooks);
        terminationPolicies = List.copyOf(terminationPolicies);
        metadataHopLimit.ifPresent(hops -> InvalidValueException.require(
                hops >= 1 && hops <= MOST_HOPS, "metadataHopLimit must be from 1 to " + MOST_HOPS + ", got " + hops));
        InvalidValueException.require(
                spot.isEmpty() || capacityReservations.isEmpty(),
                "spot and capacityReservations exclude each other: Spot Instances use no reservation");
        hooks(lifecycleHooks);
        policies(terminationPolicies);
        InvalidValueException.require(
                !keepAbandoned || lifecycleHooks.stream().anyMatch(HostSettings::abandons),
                "keepAbandoned needs a termination hook whose default result is ABANDON",
                "add one with lifecycleHooks(...)");
    }

    /**
     * The volumes of hosts: those {@code given}, or the one they boot from, on {@code rootDevice}, of {@code gib} GiB.
     *
     * @throws InvalidValueException if one that is given is not encrypted, or there is a key for the other
     */
    public List<BlockDevice> volumes(Optional<List<BlockDevice>> given, String rootDevice, int gib) {
        InvalidValueException.require(
                given.isEmpty() || volumeKey.isEmpty(),
                "volumeKey encrypts the default volume, and blockDevices replace it",
                "give the key to their volumes");
        given.ifPresent(devices -> devices.forEach(FleetChecks::encrypted));
        return given.orElseGet(() -> List.of(root(rootDevice, gib)));
    }

    private BlockDevice root(String device, int gib) {
        EbsDeviceOptions.Builder volume =
                EbsDeviceOptions.builder().encrypted(true).volumeType(EbsDeviceVolumeType.GP3);
        volumeKey.ifPresent(own -> AnyVersion.call(volume, own, "kmsKey"));
        return BlockDevice.builder()
                .deviceName(device)
                .volume(BlockDeviceVolume.ebs(gib, volume.build()))
                .build();
    }

    /** What of them is in the Auto Scaling group, by name: a change of it applies to hosts that serve. */
    public Map<String, Object> group() {
        Map<String, Object> map = new TreeMap<>();
        spot.ifPresent(one ->
                map.put("Spot", one.percent() + " percent above " + one.onDemandBase() + ", " + one.allocation()));
        if (!lifecycleHooks.isEmpty()) {
            map.put(
                    "LifecycleHooks",
                    lifecycleHooks.stream().map(HostSettings::text).toList());
        }
        if (!terminationPolicies.isEmpty()) {
            map.put(
                    "TerminationPolicies",
                    terminationPolicies.stream().map(Object::toString).toList());
        }
        if (keepAbandoned) {
            map.put("KeepAbandoned", "true");
        }
        return map;
    }

    private static String text(LifecycleHookSpecificationProperty hook) {
        return hook.getLifecycleHookName() + ": " + hook.getLifecycleTransition() + ", "
                + hook.getHeartbeatTimeout() + " s, else " + hook.getDefaultResult() + ", told "
                + hook.getNotificationTargetArn();
    }

    private static boolean abandons(LifecycleHookSpecificationProperty hook) {
        return hook.getLifecycleTransition().equals(TERMINATING)
                && (hook.getDefaultResult() == null || hook.getDefaultResult().equals("ABANDON"));
    }

    private static void hooks(List<LifecycleHookSpecificationProperty> hooks) {
        Set<String> names = new HashSet<>();
        for (LifecycleHookSpecificationProperty hook : hooks) {
            String name = hook.getLifecycleHookName();
            InvalidValueException.require(
                    names.add(name), "lifecycleHooks must differ in name, got " + name + " twice");
            String transition = hook.getLifecycleTransition();
            InvalidValueException.require(
                    Token.isUnresolved(transition) || TRANSITIONS.contains(transition),
                    "lifecycle hook " + name + ": transition must be EC2_INSTANCE_LAUNCHING or"
                            + " EC2_INSTANCE_TERMINATING of autoscaling, got " + transition);
            Number seconds = hook.getHeartbeatTimeout();
            InvalidValueException.require(
                    seconds == null
                            || Token.isUnresolved(seconds)
                            || seconds.intValue() >= SHORTEST_HOOK && seconds.intValue() <= LONGEST_HOOK,
                    "lifecycle hook " + name + ": heartbeatTimeout must be from 30 to 7200 seconds, got " + seconds);
        }
    }

    private static void policies(List<TerminationPolicy> policies) {
        InvalidValueException.require(
                !policies.contains(TerminationPolicy.CUSTOM_LAMBDA_FUNCTION),
                "terminationPolicies cannot name a Lambda function",
                "set TerminationPolicies of the CfnAutoScalingGroup to its ARN");
        InvalidValueException.require(
                new HashSet<>(policies).size() == policies.size(), "terminationPolicies must differ, got " + policies);
    }
}
