package io.teal.operate;

import io.teal.operate.account.BootedHost;
import io.teal.operate.account.Ec2;
import io.teal.operate.account.StoredImage;
import io.teal.operate.account.TemplateVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Images, hosts and launch templates in memory; every write is noted. */
public final class FakeEc2 implements Ec2 {
    public final List<StoredImage> images = new ArrayList<>();
    public final List<BootedHost> hosts = new ArrayList<>();
    public final Map<String, List<TemplateVersion>> templates = new TreeMap<>();
    public final List<String> writes = new ArrayList<>();

    @Override
    public List<StoredImage> describeImages(String service) {
        return service.equals("orders") ? List.copyOf(images) : List.of();
    }

    @Override
    public List<BootedHost> describeInstances() {
        return List.copyOf(hosts);
    }

    @Override
    public List<String> describeLaunchTemplates() {
        return List.copyOf(templates.keySet());
    }

    @Override
    public List<TemplateVersion> describeLaunchTemplateVersions(String template) {
        return List.copyOf(templates.get(template));
    }

    @Override
    public void keepImage(String image, boolean keep) {
        writes.add((keep ? "keep " : "let go ") + image);
    }

    @Override
    public void deleteLaunchTemplateVersions(String template, List<Long> numbers) {
        writes.add("delete " + template + " " + numbers);
    }
}
