package io.teal.cli;

import java.util.Locale;

/** The hint for an AWS error, by its code. */
final class AwsHint {
    private AwsHint() {}

    static String of(String code, String message) {
        String plain = code.toLowerCase(Locale.ROOT);
        if (code.equals("Unanswered") && message.contains("credentials")) {
            return "sign in, as with aws sso login, and name the profile: --profile NAME";
        }
        if (plain.contains("expired") || plain.contains("token") || plain.contains("signature")) {
            return "sign in again, as with aws sso login";
        }
        if (plain.contains("denied") || plain.contains("unauthorized")) {
            return "ask for the permission that the line names; docs/cli.md lists what each verb needs";
        }
        if (plain.contains("thrott") || plain.contains("limit")) {
            return "wait a moment and try again";
        }
        return "check --profile, --region and the network, then try again; teal status shows what is live";
    }
}
