import { type Business, whichWhatsApp } from "@galka/core/channels/which-whatsapp";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Mark } from "../../ui/marks/Mark.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../settings/Section.tsx";
import { LanguageLinks } from "../sign-in/LanguageLinks.tsx";
import { Questions } from "./Questions.tsx";
import { USUAL } from "./business.ts";
import { MonthlyCost } from "./MonthlyCost.tsx";

/** For newcomers, without signing in: which WhatsApp a business needs, why, what it costs and what to prepare. */
export function WhichWhatsAppPage() {
  const { t } = useTranslation();
  const [business, setBusiness] = useState<Business>(USUAL);
  const { answer, why, cautions, prepare } = whichWhatsApp(business);
  return (
    <main className="h-full overflow-y-auto bg-desk">
      <div className="mx-auto flex max-w-180 flex-col gap-6 px-4 py-6">
        <header className="flex items-start gap-4">
          <Mark size={40} />
          <div>
            <h1 className="text-head font-semibold">{t("which.title")}</h1>
            <p className="mt-1 text-ink-2">{t("which.lead")}</p>
          </div>
        </header>
        <Questions business={business} onChange={setBusiness} />
        <div aria-live="polite" className="flex flex-col gap-6">
          <Section
            title={t(`which.answer.${answer}.title`)}
            lead={t(`which.answer.${answer}.text`)}
          >
            <div data-answer={answer} className="flex flex-col gap-3">
              <h3 className="font-medium">{t("which.whyTitle")}</h3>
              <ul className="flex list-disc flex-col gap-1 pl-5">
                {why.map((reason) => (
                  <li key={reason}>{t(`which.why.${reason}`)}</li>
                ))}
              </ul>
              {cautions.map((caution) => (
                <Notice key={caution} tone="soon">
                  {t(`which.cautions.${caution}`)}
                </Notice>
              ))}
            </div>
          </Section>
          <MonthlyCost business={business} answer={answer} />
          <Section title={t("which.prepareTitle")}>
            <ul className="flex list-disc flex-col gap-1 pl-5">
              {prepare.map((it) => (
                <li key={it}>{t(`which.prepare.${it}`)}</li>
              ))}
            </ul>
          </Section>
        </div>
        <nav className="flex flex-wrap items-center gap-4">
          <Link to="/sign-in" className="link inline-flex min-h-6 items-center">
            {t("which.back")}
          </Link>
          <Link to="/settings/channels/connect" className="link inline-flex min-h-6 items-center">
            {t("which.connect")}
          </Link>
          <LanguageLinks />
        </nav>
      </div>
    </main>
  );
}
