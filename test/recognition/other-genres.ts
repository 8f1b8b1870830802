/** Documents that speak of privacy, or of privacy policies, and are none. */
export const otherGenres: Readonly<Record<string, string>> = {
  "a guide to the law": `# GDPR for small shops

The GDPR applies to every business that processes personal data of people in the EU. Personal data is any information about an identified person, such as a name, an e-mail address or an IP address.

## What must a privacy notice contain?

You must tell your customers which personal data you collect, why you use it and for how long you keep it. The notice should name the controller and explain the rights of individuals. Controllers must answer a request for access within one month.

If you share customer data with service providers, your notice should list them. You should also explain how you protect personal data and whether you transfer it outside the EEA. Cookies need consent before they are set.

Your users have the right to access, correct and delete their personal data. Make sure that your organisation can find it. We recommend that you review the notice once a year.
`,
  "an explainer of privacy policies": `# What is a privacy policy and why does your app need one?

A privacy policy explains how an app collects, uses and shares personal information. It tells users which data you collect, such as names and e-mail addresses, and what you do with it.

Your privacy policy should describe the cookies that you use, the third parties with whom you share information, and how users can delete their data. If your app is aimed at children under 13, COPPA applies and you must obtain parental consent.

App stores reject apps without a privacy policy. Use our generator to create one in minutes.
`,
  "a how-to with sample sentences": `# How to write a privacy policy

Begin with what you collect. For example: "We collect your name and e-mail address when you create an account." Then say why: "We use your personal information to deliver your order."

Next, say to whom you give it: "We share your personal data with service providers." Tell your users about cookies: "We use cookies to remember you." Your readers should also learn their rights: "You may access, correct or delete your personal information."

Finally tell them how you announce changes: "We may update this privacy policy from time to time." You should publish the policy where your users find it.
`,
  "an impact assessment": `# Data protection impact assessment: loyalty app

| Field | Value |
| --- | --- |
| Owner | Product |
| Status | In review |

## Description of the processing

The app collects the name, e-mail address and purchases of members. Data is stored in Frankfurt and shared with the analytics vendor. Members can delete their account in the app.

## Risks

| Risk | Likelihood | Mitigation |
| --- | --- | --- |
| Unauthorised access to personal data | Medium | Encryption at rest |
| Data kept longer than needed | High | Deletion job, to be implemented |

## Recommendations

The controller should appoint an owner for retention. Findings are to be closed before launch.
`,
  "a blog post about a new policy": `---
title: We are updating our privacy policy
date: 2026-03-02
tags: [news]
---

On 1 April our new privacy policy takes effect. We have rewritten it in plain language, because your privacy matters to us.

What changes? We now explain in more detail how we use your personal information, and we list the service providers with whom we share it. Nothing changes in what we collect.

You do not have to do anything. By using Lumen after 1 April you accept the new privacy policy. If you have questions, write to the team.
`,
  "a news article": `# Regulator fines fitness chain over location data

The data protection authority has fined the fitness chain Bodyline 2.4 million euros because it shared the location data of members with advertisers without their consent.

According to the decision, the company's privacy policy did not explain that personal information was disclosed to third parties. "Members could not know what happened to their data," the commissioner said.

Bodyline said that it takes the privacy of its customers seriously and that it has stopped sharing the data. It collects the e-mail address and the location of about 300,000 people. The company may appeal.
`,
  "the text of an app store": `# Pocket Garden

Plan your beds, remember when to water, and share your harvest with friends.

- Works offline
- No ads, no tracking: we do not collect your personal data
- Reminders for every plant

Pocket Garden is free. With Pocket Garden Plus you get unlimited beds. Payment is charged to your account when you confirm the purchase. Privacy policy: https://pocketgarden.example/privacy
`,
  "a readme with a section on privacy": `# telemetry-kit

A small library for anonymous usage counts.

\`\`\`sh
npm install telemetry-kit
\`\`\`

## Usage

Call \`init()\` with your API key. Events are sent in batches.

## Privacy

We do not collect personal information. IP addresses are dropped before events are stored. You can opt out with \`DO_NOT_TRACK=1\`. See our privacy policy for how we use data.

## Contributing

Pull requests are welcome. Run the unit tests first.
`,
  "a security policy": `# Security Policy

## Supported versions

| Version | Supported |
| --- | --- |
| 2.x | yes |

## Reporting a vulnerability

Please report vulnerabilities to security@loom.example and do not open a public issue. We answer within three days. We will keep your name confidential unless you want to be credited.
`,
  "a standard for developers": `# Handling personal data

Every service that stores personal data must register it in the data map. Engineers must not copy production data to a laptop.

- [ ] Encrypt personal data at rest
- [ ] Delete accounts within 30 days
- [ ] Ask the privacy team before you add a tracker

Personal information that we collect from users is classified as confidential. Services must log access to it. When you implement a new endpoint, describe which personal data it returns.
`,
  "a checklist": `# Privacy Policy Checklist

- [ ] We say which personal information we collect
- [ ] We say how we use your data
- [ ] We explain cookies
- [ ] We say how long we keep personal data
- [ ] We tell users how to delete their data
`,
  "minutes of a meeting": `# Privacy policy review, 4 May

Present: Ana, Jo, Kim

- Jo: the retention section is vague, we keep your data for longer than it says
- Kim asks whether we share personal information with the new vendor
- Decision: Ana updates the cookie table, then legal reads this policy again
`,
  "an issue": `# Privacy policy link is broken on the sign-up page

When I click on the link to the privacy policy, I get a 404.

Steps to reproduce:

1. Open the sign-up page
2. Click on "By creating an account you agree to our privacy policy"

I expected to read how you use my personal information.
`,
  "a change log": `# Changelog

## 2.1.0

- Privacy Policy: we now explain which personal information we collect
- We use cookies only with your consent
- You can delete your account and your data in the settings
`,
  "a paper": `# Reading privacy policies at scale

We collect 10,000 privacy policies and analyse which personal information websites collect. We use a classifier to label each sentence. Our results show that most policies disclose personal data to third parties.

A privacy policy describes how a website uses personal information. We find that children are mentioned in a third of the policies in our corpus.
`,
  "documentation of a product": `---
title: Privacy settings
---

# Privacy settings

Open **Settings → Privacy** to choose who can see your profile. You can hide your e-mail address from other members.

To download your data, choose **Export**. We send you an e-mail when the archive is ready. To delete your account, choose **Delete account**.
`,
  "a policy for staff": `# Data Protection Policy

This policy applies to all staff of Harbour Ltd. Staff must lock their screens and must not share passwords.

The data protection officer keeps a register of processing. Managers must report a breach of personal data within one day. Training is held every year. Records of the training are kept by the people team.

Anyone who breaks this policy may face disciplinary action.
`,
  "a policy for emergencies": `# Personal Data Breach Response Policy

When a breach is suspected, the incident team must meet within two hours. The team decides whether the regulator and the people concerned are to be told.

Each breach is written into the register, with its cause and what was done.
`,
  "a page of links": `# Legal

- [Terms of Service](terms.md)
- [Privacy Policy](privacy.md)
- [Cookie Policy](cookies.md)

We update these documents from time to time. Subscribe to this repository to be told when they change.
`,
};
