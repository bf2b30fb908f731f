/**
 * Token formats as the issuers document them: kind, what it opens, the literal it begins with, the rest as a
 * pattern. Columns: id | title | literals | pattern. The pattern includes the literal.
 */
import { SERVICES } from "#lib/guards/security/secrets/services";
import { isDiscordToken, isWebToken } from "#lib/guards/security/secrets/structure";

export interface SecretFormat {
  id: string;
  title: string;
  literals: readonly string[];
  pattern: RegExp;
  /** A look at what the pattern cannot tell, such as what a part decodes to. */
  valid?: (match: string) => boolean;
  /** Can be public by design (publishable keys): reported lower. */
  low?: boolean;
}

const format = (id: string, title: string, literals: string, pattern: RegExp, low = false): SecretFormat => ({
  id,
  title,
  literals: literals.split(" ").filter((literal) => literal !== ""),
  pattern,
  low,
});

const CLOUD = [
  format(
    "aws_access_key",
    "AWS access key",
    "AKIA ASIA ABIA ACCA A3T",
    /(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/,
  ),
  format("aws_bedrock_key", "AWS Bedrock API key", "ABSK", /ABSK[A-Za-z0-9+/]{109,260}={0,2}/),
  format("google_api_key", "Google API key", "AIza", /AIza[\w-]{35}(?![\w-])/),
  format("google_oauth_secret", "Google OAuth client secret", "GOCSPX-", /GOCSPX-[\w-]{28}(?![\w-])/),
  format("google_oauth_token", "Google OAuth access token", "ya29.", /ya29\.[\w-]{20,400}/),
  format("google_refresh_token", "Google OAuth refresh token", "1//0", /1\/\/0[\w-]{40,120}/),
  format("azure_client_secret", "Azure client secret", "8Q~ 7Q~", /[78]Q~[\w.~-]{31,34}(?![\w.~-])/),
  format("azure_storage_key", "Azure storage key", "AccountKey=", /AccountKey=[A-Za-z0-9+/]{86}==/),
  format(
    "azure_shared_access_key",
    "Azure shared access key",
    "SharedAccessKey= Secret=",
    /(?:SharedAccessKey|Secret)=[A-Za-z0-9+/]{42,44}=/,
  ),
  format("azure_sas", "Azure shared access signature", "sig=", /sig=[A-Za-z0-9%]{43,63}%3d/i),
  format(
    "azure_devops_token",
    "Azure DevOps token",
    "AZDO",
    /(?<![a-z0-9])[a-z0-9]{52}JQQJ99[a-z0-9]{14,22}AZDO[a-z0-9]{4}/i,
  ),
  format("digitalocean_token", "DigitalOcean token", "dop_v1_ doo_v1_ dor_v1_", /do[opr]_v1_[a-f0-9]{64}/),
  format("alibaba_access_key", "Alibaba Cloud access key", "LTAI", /LTAI[A-Za-z0-9]{12,26}(?![A-Za-z0-9])/),
  format("tencent_secret_id", "Tencent Cloud secret id", "AKID", /AKID[A-Za-z0-9]{32}(?![A-Za-z0-9])/),
  format("flyio_token", "Fly.io token", "FlyV1 fo1_", /(?:FlyV1 fm\d[a-z]?_[\w+/=,-]{60,800}|fo1_[\w-]{43})/),
  format("heroku_key", "Heroku API key", "HRKU-", /HRKU-[\w-]{36,80}/),
  format("planetscale_token", "PlanetScale token", "pscale_", /pscale_(?:tkn|oauth|pw)_[\w.=-]{32,64}/),
  format("databricks_token", "Databricks token", "dapi", /dapi[a-f0-9]{32}(?:-\d)?(?![a-f0-9])/),
  format("vault_token", "HashiCorp Vault token", "hvs. hvb. hvr.", /hv[sbr]\.[\w-]{24,300}/),
  format("terraform_token", "Terraform Cloud token", ".atlasv1.", /\.atlasv1\.[\w=-]{60,70}/),
  format(
    "doppler_token",
    "Doppler token",
    "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.",
    /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}/,
  ),
  format("pulumi_token", "Pulumi access token", "pul-", /pul-[a-f0-9]{40}/),
  format("scaleway_key", "Scaleway access key", "SCW", /SCW[A-Z0-9]{17}(?![A-Z0-9])/, true),
  format("cloudflare_origin_key", "Cloudflare origin CA key", "v1.0-", /v1\.0-[a-f0-9]{24}-[a-f0-9]{146}/),
  format(
    "onepassword_token",
    "1Password service token",
    "ops_ A3-",
    /(?:ops_eyJ[\w+/=-]{250,1000}|A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})/,
  ),
  format("age_key", "age secret key", "AGE-SECRET-KEY-1", /AGE-SECRET-KEY-1[0-9A-Z]{58}/i),
  format("infracost_key", "Infracost key", "ico-", /ico-[A-Za-z0-9]{32}/),
];

const MODELS = [
  format("openai_key", "OpenAI API key", "sk-", /sk-(?:proj-|svcacct-|admin-|None-)?[\w-]{0,120}T3BlbkFJ[\w-]{20,120}/),
  format(
    "openai_project_key",
    "OpenAI API key",
    "sk-proj- sk-svcacct- sk-admin-",
    /sk-(?:proj|svcacct|admin)-[\w-]{56,200}/,
  ),
  format("anthropic_key", "Anthropic API key", "sk-ant-", /sk-ant-(?:api|admin|sid|oat)\d{2}-[\w-]{80,120}/),
  format("openrouter_key", "OpenRouter API key", "sk-or-", /sk-or-v1-[a-f0-9]{64}/),
  format(
    "huggingface_token",
    "Hugging Face token",
    "hf_ api_org_",
    /(?:hf_[A-Za-z0-9]{34,40}|api_org_[A-Za-z]{34})(?![A-Za-z0-9])/,
  ),
  format("groq_key", "Groq API key", "gsk_", /gsk_[A-Za-z0-9]{52}/),
  format("replicate_token", "Replicate token", "r8_", /r8_[\w-]{37}/),
  format("perplexity_key", "Perplexity API key", "pplx-", /pplx-[A-Za-z0-9]{48}/),
  format("xai_key", "xAI API key", "xai-", /xai-[A-Za-z0-9]{80}/),
  format("langsmith_key", "LangSmith key", "lsv2_", /lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}/),
  format("langfuse_key", "Langfuse secret key", "sk-lf-", /sk-lf-[0-9a-f-]{36}/),
  format("pinecone_key", "Pinecone API key", "pcsk_", /pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,70}/),
  format("tavily_key", "Tavily API key", "tvly-", /tvly-(?:dev-|prod-)?[A-Za-z0-9-]{32,}/),
  format("jina_key", "Jina API key", "jina_", /jina_[\w]{50,70}/),
  format("firecrawl_key", "Firecrawl API key", "fc-", /fc-[a-f0-9]{32}(?![a-f0-9])/),
  format("nvidia_key", "NVIDIA API key", "nvapi-", /nvapi-[\w-]{60,70}/),
  format("cerebras_key", "Cerebras API key", "csk-", /csk-[a-z0-9]{48}/),
  format("elevenlabs_key", "ElevenLabs API key", "sk_", /sk_[a-f0-9]{48}(?![a-f0-9])/),
  format("wandb_key", "Weights & Biases key", "wandb_v1_", /wandb_v1_[\w]{60,90}/),
];

const CODE_HOSTS = [
  format("github_token", "GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", /gh[pousr]_[A-Za-z0-9]{36,255}/),
  format(
    "github_fine_grained_token",
    "GitHub fine-grained token",
    "github_pat_",
    /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/,
  ),
  format(
    "gitlab_token",
    "GitLab token",
    "glpat- gldt- glrt- glcbt- glptt- glft- glimt- glagent- gloas- glsoat- glffct- glrtr- GR1348941",
    /(?:gl(?:dt|ft|soat|ffct)-[\w-]{20}(?![\w-])|gl(?:pat|rt|rtr)-[\w.-]{20,110}|glptt-[a-f0-9]{40}(?![\w-])|glimt-[\w-]{25}(?![\w-])|glagent-[\w-]{50,1024}|gloas-[\w-]{64}(?![\w-])|glcbt-[\w]{1,5}_[\w-]{20}|GR1348941[\w-]{20}(?![\w-]))/,
  ),
  format("bitbucket_token", "Bitbucket app password", "ATBB", /ATBB[A-Za-z0-9]{24,36}/),
  format("atlassian_token", "Atlassian token", "ATATT3 ATCTT3", /AT[AC]TT3[\w=+/-]{60,250}/),
  format("npm_token", "npm token", "npm_", /npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/),
  format(
    "npm_legacy_token",
    "npm registry token",
    "//",
    /\/\/[\w.-]{3,80}\/[^\s:]{0,80}:_authToken\s{0,3}=\s{0,3}["']?(?:npm_)?[\w-]{30,60}/,
  ),
  format("pypi_token", "PyPI token", "pypi-", /pypi-AgE[INt][\w-]{80,250}/),
  format("rubygems_token", "RubyGems key", "rubygems_", /rubygems_[a-f0-9]{48}/),
  format("crates_token", "crates.io token", "cio", /cio[A-Za-z0-9]{32}(?![A-Za-z0-9])/),
  format("nuget_key", "NuGet key", "oy2", /oy2[a-z0-9]{43}(?![a-z0-9])/),
  format("dockerhub_token", "Docker Hub token", "dckr_pat_ dckr_oat_", /dckr_[po]at_[\w-]{27,40}/),
  format("clojars_token", "Clojars token", "CLOJARS_", /CLOJARS_[a-z0-9]{60}/i),
  format(
    "artifactory_key",
    "Artifactory key",
    "AKC cmVmdGtuOj",
    /(?:AKC[a-zA-Z0-9]{10,80}|cmVmdGtuOj[A-Za-z0-9]{40,80})(?![A-Za-z0-9])/,
  ),
  format(
    "sourcegraph_token",
    "Sourcegraph token",
    "sgp_ slk_",
    /(?:sgp_(?:[a-f0-9]{16}_|local_)?[a-f0-9]{40}|slk_[a-f0-9]{64})/,
  ),
  format("sonarqube_token", "SonarQube token", "sqp_ sqa_ squ_", /sq[pau]_[a-f0-9]{40}/),
  format("snyk_token", "Snyk token", "snyk_", /snyk_(?:uat|sat)\.[a-z0-9]{8}\.[\w.-]{40,200}/),
  format("circleci_token", "CircleCI token", "CCIPAT_ CCIPRJ_", /CCIP(?:AT|RJ)_[A-Za-z0-9]{20,24}_[a-f0-9]{40}/),
  format("buildkite_token", "Buildkite token", "bkua_ bkct_", /bk(?:ua|ct)_[A-Za-z0-9._-]{30,60}/),
  format("figma_token", "Figma token", "figd_ figo_ figu_", /fig[dou]_[\w-]{38,50}/),
  format("linear_key", "Linear API key", "lin_api_ lin_oauth_", /lin_(?:api|oauth)_[A-Za-z0-9]{40,64}/),
  format(
    "notion_token",
    "Notion token",
    "secret_ ntn_",
    /(?:secret_[A-Za-z0-9]{43}|ntn_\d{11}[A-Za-z0-9]{35})(?![A-Za-z0-9])/,
  ),
  format("postman_key", "Postman API key", "PMAK-", /PMAK-[a-f0-9]{24}-[a-f0-9]{34}/i),
  format("readme_key", "ReadMe API key", "rdme_", /rdme_[a-z0-9]{70}/),
  format(
    "vercel_blob_token",
    "Vercel Blob token",
    "vercel_blob_rw_",
    /vercel_blob_rw_[A-Za-z0-9]{10,30}_[A-Za-z0-9]{20,40}/,
  ),
  format("supabase_key", "Supabase secret key", "sbp_ sb_secret_", /(?:sbp_[a-f0-9]{40}|sb_secret_[\w-]{31,40})/),
  format("netlify_token", "Netlify token", "nfp_ nfc_ nfo_", /nf[pcou]_[A-Za-z0-9]{36}/),
  format("adafruit_key", "Adafruit IO key", "aio_", /aio_[A-Za-z0-9]{28}/),
];

const BUSINESS = [
  format(
    "stripe_key",
    "Stripe secret key",
    "sk_live_ sk_test_ rk_live_ rk_test_ sk_prod_ rk_prod_",
    /[rs]k_(?:live|test|prod)_[A-Za-z0-9]{10,250}/,
  ),
  format("stripe_webhook_secret", "Webhook signing secret", "whsec_", /whsec_[A-Za-z0-9+/=]{24,80}/),
  format(
    "paypal_token",
    "PayPal access token",
    "access_token$production$",
    /access_token\$production\$[a-z0-9]{16}\$[a-f0-9]{32}/,
  ),
  format(
    "square_token",
    "Square token",
    "sq0atp- sq0csp- EAAA",
    /(?:sq0(?:atp|csp)-[\w-]{22,43}|EAAA[\w-]{60})(?![\w-])/,
  ),
  format("shopify_token", "Shopify token", "shpat_ shpca_ shppa_ shpss_", /shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/),
  format("twilio_key", "Twilio key", "SK AC", /(?:SK|AC)[a-f0-9]{32}(?![A-Za-z0-9])/),
  format("sendgrid_key", "SendGrid key", "SG.", /SG\.[\w-]{16,32}\.[\w-]{16,64}(?![\w-])/),
  format("mailchimp_key", "Mailchimp key", "-us", /[a-f0-9]{32}-us\d{1,2}(?![\w-])/),
  format("mailgun_key", "Mailgun key", "key-", /key-[a-f0-9]{32}(?![a-f0-9])/),
  format("brevo_key", "Brevo key", "xkeysib- xsmtpsib-", /x(?:keysib|smtpsib)-[a-f0-9]{64}-[A-Za-z0-9]{16}/),
  format("resend_key", "Resend key", "re_", /re_[A-Za-z0-9]{8,10}_[A-Za-z0-9]{22,26}(?![A-Za-z0-9])/),
  format(
    "slack_token",
    "Slack token",
    "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxe. xoxo- xoxd- xapp-",
    /(?:xox[aboprsde][-.][\w.%-]{10,300}|xapp-\d-[A-Z0-9]{9,15}-\d{9,15}-[a-f0-9]{30,80})/i,
  ),
  format(
    "slack_webhook",
    "Slack webhook",
    "hooks.slack.com/",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z0-9]{8,14}\/[A-Z0-9]{8,14}\/[A-Za-z0-9]{16,30}/,
  ),
  format(
    "teams_webhook",
    "Microsoft Teams webhook",
    "/webhook",
    /\/webhookb?2?\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[a-f0-9]{32}\/[0-9a-f-]{36}/i,
  ),
  format("discord_webhook", "Discord webhook", "/api/webhooks/", /\/api\/webhooks\/\d{17,20}\/[\w-]{60,72}/),
  format("telegram_token", "Telegram bot token", ":AA", /(?:\b\d{8,10}):AA[\w-]{32,33}(?![\w-])/),
  format("facebook_token", "Facebook access token", "EAACEdEose0cBA EAA", /EAA(?:CEdEose0cBA|[MC])[A-Za-z0-9]{20,300}/),
  format("dropbox_token", "Dropbox token", "sl.", /\bsl\.(?:u\.)?[\w-]{100,1500}/),
  format(
    "newrelic_key",
    "New Relic key",
    "NRAK- NRII- NRIQ- NRAA- NRJS- NRSP NRRA-",
    /NR(?:AK|II|IQ|AA|JS|RA)-[A-Za-z0-9_-]{19,40}|NRSP-[a-z]{2}\d{2}[A-Za-z0-9]{30,40}/i,
  ),
  format(
    "grafana_token",
    "Grafana token",
    "glc_ glsa_ eyJrIjoi",
    /(?:glc_[A-Za-z0-9+/]{32,400}={0,2}|glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|eyJrIjoi[A-Za-z0-9]{70,400}={0,2})/,
  ),
  format("sentry_token", "Sentry token", "sntrys_ sntryu_", /(?:sntrys_eyJ[\w+/=-]{60,400}|sntryu_[a-f0-9]{64})/),
  format(
    "dynatrace_token",
    "Dynatrace token",
    "dt0c01. dt0s01. dt0s16.",
    /dt0[a-z]\d{2}\.[A-Z0-9]{8,24}\.[A-Z0-9]{64}/i,
  ),
  format("datadog_key", "Datadog key", "ddapp_", /ddapp_[A-Za-z0-9]{34}/),
  format("posthog_key", "PostHog personal key", "phx_", /phx_[A-Za-z0-9]{43,50}/),
  format("okta_token", "Okta token", "SSWS", /SSWS\s{1,3}00[\w-]{39,41}(?![\w-])/i),
  format("mapbox_secret", "Mapbox secret token", "sk.eyJ", /sk\.eyJ[\w-]{40,200}\.[\w-]{20,40}/),
  format("contentful_token", "Contentful token", "CFPAT-", /CFPAT-[\w-]{43}/),
  format("airtable_token", "Airtable token", "pat", /\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}/),
  format("asana_token", "Asana token", "0/ 1/ 2/", /\b[0-2]\/\d{16,18}(?:\/\d{16,18})?:[a-f0-9]{32}/),
  format("typeform_token", "Typeform token", "tfp_", /tfp_[A-Za-z0-9]{40,59}(?:_[A-Za-z0-9]{10,16})?/),
  format(
    "hubspot_token",
    "HubSpot token",
    "pat-na pat-eu",
    /pat-(?:na|eu)\d?-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i,
  ),
  format("intra42_secret", "42 secret", "s-s4t2ud- s-s4t2af-", /s-s4t2(?:ud|af)-[a-f0-9]{64}/),
  format("flutterwave_key", "Flutterwave key", "FLWSECK", /FLWSECK(?:_TEST)?-[a-f0-9]{12,40}/i),
  format("easypost_key", "EasyPost key", "EZAK EZTK", /EZ[AT]K[A-Za-z0-9]{54}/),
  format("shippo_token", "Shippo token", "shippo_", /shippo_(?:live|test)_[a-f0-9]{40}/),
  format("duffel_token", "Duffel token", "duffel_", /duffel_(?:live|test)_[\w-]{43}/),
  format("plaid_token", "Plaid access token", "access-", /access-(?:sandbox|development|production)-[0-9a-f-]{36}/),
  format(
    "kubernetes_token",
    "Kubernetes bootstrap token",
    "token",
    /\btoken\s{0,3}[:=]\s{0,3}["']?[a-z0-9]{6}\.[a-z0-9]{16}(?![a-z0-9])/,
  ),
  format("salesforce_session", "Salesforce session", "00D", /\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{80,140}/),
  format("blynk_token", "Blynk token", "blynk.cloud", /blynk\.cloud\/[^\s"']{0,120}token=[\w-]{32}/),
  format("kagi_key", "Kagi token", "kagi.com", /kagi\.com\/search\?token=[\w-]{43}\.[\w-]{43}/),
];

const GENERAL = [
  format("discord_token", "Discord bot token", ".", /(?<![\w.-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}(?![\w-])/),
  format("dependency_track_key", "Dependency-Track key", "odt_", /odt_[A-Za-z0-9]{32,40}(?![A-Za-z0-9])/),
  format("twitch_stream_key", "Twitch stream key", "live_", /live_\d{6,12}_[A-Za-z0-9]{26,34}/),
  format("newrelic_license", "New Relic license key", "NRAL", /[a-f0-9x]{36}NRAL(?![A-Za-z0-9])/),
  format("square_id", "Square application id", "sq0idp-", /sq0idp-[\w-]{22}/, true),
  format(
    "private_key",
    "Private key",
    "-----BEGIN",
    /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^-]|-(?!-)){0,8000}-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----)?/,
  ),
  format("putty_key", "PuTTY private key", "PuTTY-User-Key-File", /PuTTY-User-Key-File-\d/),
  format(
    "jwt",
    "JSON Web Token",
    "eyJ ewog ewoJ",
    /(?:eyJ|ewog|ewoJ)[\w-]{10,2000}\.(?:eyJ|ewo)[\w-]{10,6000}(?:\.[\w-]{0,1000})?/,
  ),
  format(
    "basic_auth_header",
    "Basic authentication",
    "basic ",
    /Basic\s{1,3}(?:[A-Za-z0-9+/]{4}){4,60}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?![A-Za-z0-9+/=])/i,
  ),
  format("bearer_header", "Bearer token", "bearer ", /Bearer\s{1,3}(?=[\w.~+/-]{0,60}\d)[\w.~+/-]{20,600}={0,2}/i),
  format(
    "bcrypt_hash",
    "Password hash",
    "$2a$ $2b$ $2y$ $6$ $5$ $1$ $argon2 $y$",
    /\$(?:2[aby]\$\d\d\$[./A-Za-z0-9]{53}|[156]\$[^\s$:"']{1,32}\$[./A-Za-z0-9]{22,86}|argon2(?:id|i|d)\$v=\d+\$[\w=,]{5,40}\$[\w+/=]{8,90}\$[\w+/=]{20,100}|y\$[./A-Za-z0-9]{1,10}\$[./A-Za-z0-9]{1,32}\$[./A-Za-z0-9]{43})/,
  ),
  format("kerberos_hash", "Kerberos hash", "$krb5", /\$krb5(?:tgs|asrep|pa)\$\d{2}\$[^\s]{20,400}/),
];

const CHECKS: Readonly<Record<string, (match: string) => boolean>> = { jwt: isWebToken, discord_token: isDiscordToken };

export const SECRET_FORMATS: readonly SecretFormat[] = [
  ...CLOUD,
  ...MODELS,
  ...CODE_HOSTS,
  ...BUSINESS,
  ...GENERAL,
  ...SERVICES.map(([id, title, literals, pattern]) => format(id, title, literals, pattern)),
].map((one) => withCheck(one, CHECKS[one.id]));

function withCheck(one: SecretFormat, valid: SecretFormat["valid"]): SecretFormat {
  return valid === undefined ? one : { ...one, valid };
}
