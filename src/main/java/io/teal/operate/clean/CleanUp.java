package io.teal.operate.clean;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Account;
import io.teal.operate.account.BootedHost;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Ec2;
import io.teal.operate.account.StackState;
import io.teal.operate.account.StoredImage;
import io.teal.operate.account.TemplateText;
import io.teal.operate.account.TemplateVersion;
import io.teal.release.Contract;
import io.teal.release.observation.Direction;
import io.teal.release.port.AutoScalingGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds and removes what a stack's releases leave behind.
 *
 * @param connection to the account
 */
public record CleanUp(Connection connection) {
    /** EC2 deletes so many versions of a launch template in one call. */
    private static final int MOST_AT_ONCE = 200;

    /**
     * What the stack {@code name} has left behind.
     *
     * @param keep how many images of the newest builds and of the releases before are kept, from 1
     * @throws RefusedException if there is no such stack, or an operation on it goes on
     * @throws io.teal.release.port.AwsException if something cannot be read
     */
    public Unused read(String name, int keep) {
        StackState state = connection
                .account()
                .describeStack(name)
                .orElseThrow(() -> new RefusedException(
                        "there is no stack " + name + " in this account and region", "check --profile and --region"));
        if (state.direction() != Direction.IDLE) {
            throw new RefusedException(
                    "the stack " + name + " is " + state.status() + ", and what it leaves behind is not known yet",
                    "wait for it: aws cloudformation wait stack-update-complete --stack-name " + name);
        }
        Account account = connection.account();
        TemplateText template = TemplateText.parse(account.getTemplate(name), name);
        Map<String, String> ids = account.listStackResources(name);
        List<AutoScalingGroup> groups = physical(template, ids, "AWS::AutoScaling::AutoScalingGroup").stream()
                .flatMap(id -> connection.aws().describeAutoScalingGroup(id).stream())
                .toList();
        return read(name, groups, physical(template, ids, "AWS::EC2::LaunchTemplate"), keep);
    }

    private static List<String> physical(TemplateText template, Map<String, String> ids, String type) {
        return template.ids(type).stream()
                .map(ids::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private Unused read(String stack, List<AutoScalingGroup> groups, List<String> own, int keep) {
        Ec2 ec2 = connection.account().ec2();
        List<BootedHost> hosts = ec2.describeInstances();
        List<String> pinned =
                groups.stream().map(AutoScalingGroup::launchTemplateVersion).toList();
        List<TemplateVersion> left = new ArrayList<>();
        Map<String, List<Long>> gone = templates(ec2, own, new TemplateUses(pinned, hosts), left);
        List<StoredImage> images = groups.stream()
                .flatMap(group -> Optional.ofNullable(group.tags().get(Contract.SERVICE_TAG)).stream())
                .distinct()
                .flatMap(service -> ec2.describeImages(service).stream())
                .toList();
        Set<String> used = new ImageUses(hosts, left, keep).of(images);
        List<StoredImage> wrong = images.stream()
                .filter(image -> image.kept() != used.contains(image.id()))
                .toList();
        return new Unused(
                stack,
                gone,
                wrong.stream().filter(StoredImage::kept).toList(),
                wrong.stream().filter(image -> !image.kept()).toList());
    }

    /** What can go of {@code own}, by id; the versions of all launch templates that stay are put into {@code left}. */
    private static Map<String, List<Long>> templates(
            Ec2 ec2, List<String> own, TemplateUses uses, List<TemplateVersion> left) {
        Map<String, List<Long>> all = new TreeMap<>();
        for (String id : ec2.describeLaunchTemplates()) {
            List<TemplateVersion> versions = ec2.describeLaunchTemplateVersions(id);
            List<Long> gone = own.contains(id) ? uses.unused(versions) : List.of();
            if (!gone.isEmpty()) {
                all.put(id, gone);
            }
            versions.stream()
                    .filter(version -> !gone.contains(version.number()))
                    .forEach(left::add);
        }
        return all;
    }

    /** Removes {@code unused}; images that are used are kept before anything else. */
    public void remove(Unused unused) {
        Ec2 ec2 = connection.account().ec2();
        unused.missed().forEach(image -> ec2.keepImage(image.id(), true));
        unused.templates().forEach((id, numbers) -> {
            for (int from = 0; from < numbers.size(); from += MOST_AT_ONCE) {
                ec2.deleteLaunchTemplateVersions(
                        id, numbers.subList(from, Math.min(from + MOST_AT_ONCE, numbers.size())));
            }
        });
        unused.images().forEach(image -> ec2.keepImage(image.id(), false));
    }
}
