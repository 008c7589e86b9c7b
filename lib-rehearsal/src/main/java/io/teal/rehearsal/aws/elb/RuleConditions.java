package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Matches requests against conditions of listener rules. */
final class RuleConditions {
    private RuleConditions() {}

    static boolean hold(ConditionModel condition, HttpHead request) {
        return condition.patterns().stream().anyMatch(pattern -> fits(condition, pattern, request));
    }

    private static boolean fits(ConditionModel condition, ConditionModel.Pattern pattern, HttpHead request) {
        return switch (condition.part()) {
            case PATH -> fits(pattern.value(), Address.path(request), Pattern.DOTALL);
            case HOST -> fitsInAnyCase(pattern.value(), Address.host(request));
            case HEADER ->
                request.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase(condition.header()))
                        .anyMatch(header -> fitsInAnyCase(pattern.value(), header.value()));
            case METHOD -> pattern.value().equals(request.method());
            case QUERY -> Stream.of(Address.query(request).split("&")).anyMatch(one -> fitsParameter(pattern, one));
        };
    }

    private static boolean fitsParameter(ConditionModel.Pattern pattern, String parameter) {
        int end = parameter.indexOf('=');
        String key = end < 0 ? parameter : parameter.substring(0, end);
        String value = end < 0 ? "" : parameter.substring(end + 1);
        return !key.isEmpty() && fitsInAnyCase(pattern.key(), key) && fitsInAnyCase(pattern.value(), value);
    }

    private static boolean fitsInAnyCase(String pattern, String text) {
        return fits(pattern, text, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    }

    /** In {@code wildcards}, {@code *} stands for any characters, or none, and {@code ?} for exactly one. */
    private static boolean fits(String wildcards, String text, int flags) {
        String regex = Pattern.quote(wildcards).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, flags).matcher(text).matches();
    }
}
