import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Field } from "../../ui/Field.tsx";

type Props = {
  /** Empty for every channel. */
  readonly channelId: string;
  readonly onChange: (channelId: string) => void;
};

/** For which channel a consent or a rule of it holds. */
export function ChannelField({ channelId, onChange }: Props) {
  const { t } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  return (
    <Field label={t("consent.channel")}>
      {(tied) => (
        <select
          {...tied}
          className="field"
          value={channelId}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t("consent.everyChannel")}</option>
          {[...(channels?.values() ?? [])].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
