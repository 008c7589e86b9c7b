package io.teal.constructs;

import io.teal.constructs.internal.fleet.AgentSettings;
import io.teal.constructs.internal.fleet.HostSettings;
import io.teal.constructs.internal.fleet.SpotSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.SpotAllocationStrategy;
import software.amazon.awscdk.services.autoscaling.TerminationPolicy;
import software.amazon.awscdk.services.ec2.IKeyPair;
import software.amazon.awscdk.services.ec2.IPlacementGroup;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * How a fleet buys, starts and ends its hosts; made with {@link #builder()}, and given to {@link FleetOptions}.
 *
 * <p>Key pair, hop limit, volume key, placement group, capacity reservations and the CloudWatch agent are in the launch
 * template, which Preflight pins: a fleet of one colour gets a change when its colour is started again. The others are
 * properties of the Auto Scaling group and apply at once, also to hosts with traffic.
 */
public final class HostOptions {
    final HostSettings settings;

    private HostOptions(HostSettings settings) {
        this.settings = settings;
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HostOptions}. Values are checked by {@link #build()}. */
    public static final class Builder {
        private Optional<Integer> spotPercent = Optional.empty();
        private int onDemandBase;
        private SpotAllocationStrategy spotAllocation = SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED;
        private Optional<Integer> metadataHopLimit = Optional.empty();
        private Optional<IKeyPair> keyPair = Optional.empty();
        private Optional<IKey> volumeKey = Optional.empty();
        private Optional<IPlacementGroup> placementGroup = Optional.empty();
        private Optional<String> capacityReservations = Optional.empty();
        private List<CfnAutoScalingGroup.LifecycleHookSpecificationProperty> lifecycleHooks = List.of();
        private List<TerminationPolicy> terminationPolicies = List.of();
        private boolean keepAbandoned;
        private Optional<List<String>> logFiles = Optional.empty();
        private Optional<RetentionDays> logRetention = Optional.empty();

        private Builder() {}

        /**
         * How many of the hosts above {@link #onDemandBase} are Spot Instances, in percent from 1 to 100; the others
         * are On-Demand. Auto Scaling then also replaces hosts that EC2 expects to take back, before it does (Capacity
         * Rebalancing). EC2 takes a Spot Instance back with two minutes' notice, also in a release: name several
         * {@link FleetOptions.Builder#instanceTypes}.
         *
         * <p>The first deploy with or without it refreshes the fleets that run, the live one too, as a change of
         * instance types does.
         *
         * <p>Default: no Spot Instances.
         */
        public Builder spot(int percent) {
            this.spotPercent = Optional.of(percent);
            return this;
        }

        /**
         * How many hosts of a fleet, the first ones, are On-Demand whatever {@link #spot} says, 0 to the fleet's
         * maximum. Each colour counts its own. Default: 0.
         */
        public Builder onDemandBase(int hosts) {
            this.onDemandBase = hosts;
            return this;
        }

        /** Which Spot pools hosts come from. Default: price and capacity optimized, as AWS recommends. */
        public Builder spotAllocation(SpotAllocationStrategy strategy) {
            this.spotAllocation = strategy;
            return this;
        }

        /**
         * Over how many network hops the answer of the instance metadata service may go, 1 to 64. Containers with a
         * network of their own need 2. Default: what the image says, else 1.
         */
        public Builder metadataHopLimit(int hops) {
            this.metadataHopLimit = Optional.of(hops);
            return this;
        }

        /**
         * The key pair for SSH. No port is opened for it: let clients in by a security group of your own.
         *
         * <p>Default: none; Session Manager needs no key and no port.
         */
        public Builder keyPair(IKeyPair pair) {
            this.keyPair = Optional.of(pair);
            return this;
        }

        /**
         * The key that encrypts the default volume; not beside {@link FleetOptions.Builder#blockDevices}, which name
         * their own. A key of this app lets Auto Scaling use it; the policy of an imported one must. Default: the
         * account's key for EBS.
         */
        public Builder volumeKey(IKey key) {
            this.volumeKey = Optional.of(key);
            return this;
        }

        /** Where EC2 places the hosts of both colours. Default: anywhere in the subnets. */
        public Builder placementGroup(IPlacementGroup group) {
            this.placementGroup = Optional.of(group);
            return this;
        }

        /**
         * ARN of a resource group of capacity reservations that hosts are started from; not with {@link #spot}. A
         * release needs room in it for both colours. Default: any open reservation that matches, else On-Demand.
         */
        public Builder capacityReservations(String resourceGroupArn) {
            this.capacityReservations = Optional.of(resourceGroupArn);
            return this;
        }

        /**
         * Lifecycle hooks that exist before the first host starts; one that is added to the group afterwards may miss
         * it. A launch hook takes part of {@link CutoverOptions.Builder#boot}, a termination hook of no release's time.
         * Names of their own, 30 to 7200 seconds; not with CodeDeploy, which puts a hook on the group itself.
         *
         * <p>Default: none.
         */
        public Builder lifecycleHooks(CfnAutoScalingGroup.LifecycleHookSpecificationProperty... hooks) {
            this.lifecycleHooks = List.of(hooks);
            return this;
        }

        /**
         * Which hosts a scale-in takes, the first policy first. No release counts on an order. A Lambda function of
         * yours is set by an escape hatch, with its ARN. Default: Auto Scaling's own.
         */
        public Builder terminationPolicies(TerminationPolicy... policies) {
            this.terminationPolicies = List.of(policies);
            return this;
        }

        /**
         * Whether a host whose termination hook is abandoned, or not answered, is kept for a look instead of ended. It
         * is out of service, and paid for until somebody ends it. Needs a termination hook with the default result
         * {@code ABANDON}. Default: false.
         */
        public Builder keepAbandoned(boolean keep) {
            this.keepAbandoned = keep;
            return this;
        }

        /**
         * Sets up CloudWatch's agent on the hosts, before the version starts. Each minute it sends how much of memory
         * and of the root volume is used, in percent ({@code mem_used_percent}, {@code disk_used_percent} in
         * {@code CWAgent}, by the Auto Scaling group's name); and the lines of {@code files}, to the log group
         * {@code /teal/<Auto Scaling group>}. It runs as root, and reads what the files hold: no secrets.
         *
         * <p>At most 20 absolute paths of letters, digits and {@code _.-}, with {@code *} for any; of the files that
         * match one path, the agent sends the newest. Amazon Linux 2023 installs the agent at boot, which takes 2
         * minutes at most; another image must have it. A host on which it does not start serves all the same. For user
         * data that are a shell script. CloudWatch is paid for by metrics and volume, see {@code docs/watch.md}.
         *
         * <p>Default: no agent.
         *
         * @param files the log files; none for metrics only
         */
        public Builder cloudWatchAgent(String... files) {
            this.logFiles = Optional.of(List.of(files));
            return this;
        }

        /**
         * How long CloudWatch keeps what {@link #cloudWatchAgent} sends of log files. Refused without any.
         *
         * <p>Default: one month.
         */
        public Builder logRetention(RetentionDays time) {
            this.logRetention = Optional.of(time);
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if a value is out of its range, or two do not fit together
         */
        public HostOptions build() {
            InvalidValueException.require(
                    spotPercent.isPresent() || onDemandBase == 0, "onDemandBase needs spot, the rest of the hosts");
            return new HostOptions(new HostSettings(
                    spotPercent.map(percent -> new SpotSettings(percent, onDemandBase, spotAllocation)),
                    metadataHopLimit,
                    keyPair,
                    volumeKey,
                    placementGroup,
                    capacityReservations,
                    lifecycleHooks,
                    terminationPolicies,
                    keepAbandoned,
                    AgentSettings.of(logFiles, logRetention)));
        }
    }
}
