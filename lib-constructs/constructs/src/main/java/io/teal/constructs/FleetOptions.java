package io.teal.constructs;

import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.fleet.HostSettings;
import io.teal.constructs.internal.fleet.ScheduledCapacity;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;

/**
 * What all fleets of a service have in common; made with {@link #builder()}, every value has a default.
 *
 * <p>A single instance type, volumes, security groups and monitoring are in the launch template, which Preflight pins:
 * a fleet of one colour gets a change when its colour is started again. With {@link Way#rolling} a change replaces the
 * hosts; otherwise it is for hosts that are launched from then on.
 */
public final class FleetOptions {
    final FleetSettings settings;

    private FleetOptions(FleetSettings settings) {
        this.settings = settings;
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link FleetOptions}. Values are checked by {@link #build()}. */
    public static final class Builder {
        /** The instance type if none is given. */
        public static final String DEFAULT_INSTANCE_TYPE = "t3.small";
        /** The fewest hosts if nothing is given: one for each of two zones. */
        public static final int DEFAULT_MIN_CAPACITY = 2;
        /** The most hosts if nothing is given. */
        public static final int DEFAULT_MAX_CAPACITY = 8;
        /** The average CPU to scale on, in percent, if nothing is given. */
        public static final int DEFAULT_CPU_TARGET_PERCENT = 50;
        /** Seconds of warm-up if nothing is given. */
        public static final int DEFAULT_WARM_UP_SECONDS = 120;
        /** Seconds of grace for health checks if nothing is given, what the EC2 console gives; the API's own is 0. */
        public static final int DEFAULT_GRACE_SECONDS = 300;
        /** The device an image boots from if none is given: Amazon Linux's. */
        public static final String DEFAULT_ROOT_DEVICE = "/dev/xvda";
        /** Size of the root volume in GiB if nothing is given. */
        public static final int DEFAULT_ROOT_VOLUME_GIB = 20;

        private List<InstanceType> instanceTypes = List.of(new InstanceType(DEFAULT_INSTANCE_TYPE));
        private int minCapacity = DEFAULT_MIN_CAPACITY;
        private int maxCapacity = DEFAULT_MAX_CAPACITY;
        private int cpuTargetPercent = DEFAULT_CPU_TARGET_PERCENT;
        private Duration warmUp = Duration.seconds(DEFAULT_WARM_UP_SECONDS);
        private Duration healthCheckGracePeriod = Duration.seconds(DEFAULT_GRACE_SECONDS);
        private String rootDevice = DEFAULT_ROOT_DEVICE;
        private Optional<List<BlockDevice>> blockDevices = Optional.empty();
        private List<ISecurityGroup> securityGroups = List.of();
        private SubnetSelection subnets = SubnetSelection.builder()
                .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                .build();

        private Optional<Integer> requestsPerHost = Optional.empty();
        private List<ScheduledCapacity> schedules = List.of();
        private Optional<Boolean> detailedMonitoring = Optional.empty();
        private HostSettings hosts = HostSettings.USUAL;

        private Builder() {}

        /**
         * The instance types, the preferred first; with several, the group takes the next if AWS has no capacity of
         * one. All of one processor architecture, since a version is one image; 40 at most.
         *
         * <p>With several, before or after a change, the change refreshes the fleets that run, the live one too.
         *
         * <p>Default: {@value #DEFAULT_INSTANCE_TYPE}.
         */
        public Builder instanceTypes(InstanceType... types) {
            this.instanceTypes = List.of(types);
            return this;
        }

        /**
         * The fewest hosts of a fleet, at least 1. A fleet starts with this many; a release never lowers the running
         * number.
         *
         * <p>Default: {@value #DEFAULT_MIN_CAPACITY}.
         */
        public Builder minCapacity(int hosts) {
            this.minCapacity = hosts;
            return this;
        }

        /**
         * The most hosts of a fleet, at least {@link #minCapacity}. Both fleets together may have twice as many while a
         * release is under way. Default: {@value #DEFAULT_MAX_CAPACITY}.
         */
        public Builder maxCapacity(int hosts) {
            this.maxCapacity = hosts;
            return this;
        }

        /**
         * The average CPU, in percent from 1 to 100, that target tracking keeps a fleet at.
         *
         * <p>Default: {@value #DEFAULT_CPU_TARGET_PERCENT}.
         */
        public Builder cpuTargetPercent(int percent) {
            this.cpuTargetPercent = percent;
            return this;
        }

        /**
         * How long the CPU of a new host is left out of scaling: as long as its boot keeps it busy. Whole seconds.
         *
         * <p>Default: {@value #DEFAULT_WARM_UP_SECONDS} seconds.
         */
        public Builder warmUp(Duration time) {
            this.warmUp = time;
            return this;
        }

        /**
         * How long a new host may fail the load balancer's health check before Auto Scaling replaces it. If it is
         * shorter than the boot, hosts are replaced again and again. Whole seconds, at least one.
         *
         * <p>Default: {@value #DEFAULT_GRACE_SECONDS} seconds.
         */
        public Builder healthCheckGracePeriod(Duration time) {
            this.healthCheckGracePeriod = time;
            return this;
        }

        /**
         * The device that the image boots from, so that the default volume replaces the root; with a wrong name it is a
         * second volume, and the root stays as the image has it, encrypted or not: {@code /dev/xvda} for Amazon Linux,
         * {@code /dev/sda1} for Ubuntu, Debian and RHEL. Ignored if {@link #blockDevices} are given.
         *
         * <p>Default: {@value #DEFAULT_ROOT_DEVICE}.
         */
        public Builder rootDevice(String device) {
            this.rootDevice = Objects.requireNonNull(device, "device");
            return this;
        }

        /**
         * The volumes of a host, replacing the default: the root by the name of the image's root device, see
         * {@link #rootDevice}, and at least of the size of the image's snapshot, or no host starts. Each EBS volume
         * must be encrypted. A key of this app lets Auto Scaling use it; the policy of an imported one must.
         *
         * <p>Default: one encrypted gp3 volume of {@value #DEFAULT_ROOT_VOLUME_GIB} GiB, the root; an image whose
         * snapshot is larger needs a larger one.
         */
        public Builder blockDevices(BlockDevice... devices) {
            this.blockDevices = Optional.of(List.of(devices));
            return this;
        }

        /**
         * More security groups of the hosts, 15 at most; the fleet's own admits the load balancer only. Default: none.
         */
        public Builder securityGroups(ISecurityGroup... groups) {
            this.securityGroups = List.of(groups);
            return this;
        }

        /**
         * Where the hosts are: two zones or more, with a route to AWS's services. Default: the private subnets with
         * egress.
         */
        public Builder subnets(SubnetSelection selection) {
            this.subnets = selection;
            return this;
        }

        /**
         * The requests a minute, for each host, that target tracking keeps a fleet at, beside the CPU: it grows by
         * either, and shrinks when both allow it. Each colour counts its own. At least 1; only behind an Application
         * Load Balancer.
         *
         * <p>Default: not tracked.
         */
        public Builder requestsPerHost(int aMinute) {
            this.requestsPerHost = Optional.of(aMinute);
            return this;
        }

        /**
         * Times that change the minimum of the active colour, as for office hours. A promote moves them to the other
         * colour, where they apply from their next time on; until then it keeps the size that it took over.
         *
         * <p>Default: none.
         */
        public Builder schedules(FleetSchedule... times) {
            this.schedules = Stream.of(times).map(time -> time.capacity).toList();
            return this;
        }

        /**
         * Whether EC2 reports a host's CPU each minute, for about 2 USD a host and month; otherwise it does every five
         * minutes, and scaling on CPU acts that much later.
         *
         * <p>Default: true; false with {@link Way#rolling}, where a change replaces all hosts.
         */
        public Builder detailedMonitoring(boolean on) {
            this.detailedMonitoring = Optional.of(on);
            return this;
        }

        /** How the fleet buys, starts and ends its hosts. Default: {@link HostOptions#builder()}'s. */
        public Builder hosts(HostOptions options) {
            this.hosts = options.settings;
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if a value is out of its range, or a volume is not encrypted
         */
        public FleetOptions build() {
            return new FleetOptions(new FleetSettings(
                    instanceTypes,
                    minCapacity,
                    maxCapacity,
                    cpuTargetPercent,
                    warmUp,
                    healthCheckGracePeriod,
                    hosts.volumes(blockDevices, rootDevice, DEFAULT_ROOT_VOLUME_GIB),
                    securityGroups,
                    subnets,
                    requestsPerHost,
                    schedules,
                    detailedMonitoring,
                    hosts));
        }
    }
}
