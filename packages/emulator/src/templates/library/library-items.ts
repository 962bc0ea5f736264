import type { LibraryButton, LibraryTemplate, ParameterType } from "./library-template.ts";

const SHOPS = ["E_COMMERCE"] as const;
const BANKS = ["FINANCIAL_SERVICES"] as const;
const BOTH = ["E_COMMERCE", "FINANCIAL_SERVICES"] as const;

const link = (text: string): LibraryButton => ({
  type: "URL",
  text,
  url: "https://www.example.com/",
});
const call = (text: string): LibraryButton => ({
  type: "PHONE_NUMBER",
  text,
  phone_number: "+15550100199",
});

/** A variable of the body: what it may be, and a sample. */
const of = (type: ParameterType, sample: string) => ({ type, sample }) as const;

type Written = Omit<LibraryTemplate, "id" | "category" | "body_params" | "body_param_types"> & {
  readonly category?: LibraryTemplate["category"];
  readonly params?: readonly { readonly type: ParameterType; readonly sample: string }[];
};

/** The emulator's own library: its subjects are those of Meta's, its words are not. */
const WRITTEN: readonly Written[] = [
  {
    name: "order_confirmed_1",
    language: "en_US",
    topic: "ORDER_MANAGEMENT",
    usecase: "ORDER_CONFIRMATION",
    industry: SHOPS,
    header: "We have your order",
    body: "Hello {{1}}, we have received order {{2}} for {{3}}. We will write again when it leaves us.",
    params: [of("TEXT", "Ana"), of("NUMBER", "20481"), of("AMOUNT", "$48.20")],
    buttons: [link("See the order")],
  },
  {
    name: "order_confirmed_1",
    language: "es",
    topic: "ORDER_MANAGEMENT",
    usecase: "ORDER_CONFIRMATION",
    industry: SHOPS,
    header: "Tenemos tu pedido",
    body: "Hola, {{1}}: hemos recibido el pedido {{2}} por {{3}}. Te escribiremos cuando salga.",
    params: [of("TEXT", "Ana"), of("NUMBER", "20481"), of("AMOUNT", "48,20 €")],
    buttons: [link("Ver el pedido")],
  },
  {
    name: "order_confirmed_1",
    language: "ru",
    topic: "ORDER_MANAGEMENT",
    usecase: "ORDER_CONFIRMATION",
    industry: SHOPS,
    header: "Заказ принят",
    body: "Здравствуйте, {{1}}! Мы приняли заказ {{2}} на сумму {{3}}. Напишем, когда отправим его.",
    params: [of("TEXT", "Анна"), of("NUMBER", "20481"), of("AMOUNT", "4 820 ₽")],
    buttons: [link("Открыть заказ")],
  },
  {
    name: "delivery_today_1",
    language: "en_US",
    topic: "ORDER_MANAGEMENT",
    usecase: "DELIVERY_UPDATE",
    industry: SHOPS,
    body: "Good news: parcel {{1}} comes to {{2}} on {{3}}. Please have somebody at home.",
    params: [
      of("NUMBER", "20481"),
      of("ADDRESS", "12 Mill Lane, Springfield"),
      of("DATE", "2026-11-24"),
    ],
    buttons: [link("Follow the parcel"), call("Call us")],
  },
  {
    name: "delivery_missed_1",
    language: "en_US",
    topic: "ORDER_MANAGEMENT",
    usecase: "DELIVERY_FAILED",
    industry: SHOPS,
    body: "Nobody was at home when we brought parcel {{1}} today. Reply to this message to choose another day.",
    params: [of("NUMBER", "20481")],
    buttons: [
      { type: "QUICK_REPLY", text: "Tomorrow" },
      { type: "QUICK_REPLY", text: "On Saturday" },
    ],
  },
  {
    name: "pick_up_ready_1",
    language: "en_US",
    topic: "ORDER_MANAGEMENT",
    usecase: "ORDER_PICK_UP",
    industry: SHOPS,
    body: "Order {{1}} waits for you at {{2}} until {{3}}. Bring this message with you.",
    params: [
      of("NUMBER", "20481"),
      of("ADDRESS", "12 Mill Lane, Springfield"),
      of("DATE", "2026-11-30"),
    ],
  },
  {
    name: "return_accepted_1",
    language: "en_US",
    topic: "ORDER_MANAGEMENT",
    usecase: "RETURN_CONFIRMATION",
    industry: SHOPS,
    body: "We have your return {{1}} and pay back {{2}} within five working days.",
    params: [of("NUMBER", "3307"), of("AMOUNT", "$19.90")],
  },
  {
    name: "payment_received_1",
    language: "en_US",
    topic: "PAYMENTS",
    usecase: "PAYMENT_CONFIRMATION",
    industry: BOTH,
    body: "Thank you: your payment of {{1}} arrived on {{2}}. Its number is {{3}} in our books.",
    params: [of("AMOUNT", "$75.00"), of("DATE", "2026-11-23"), of("NUMBER", "900412")],
  },
  {
    name: "payment_due_1",
    language: "en_US",
    topic: "PAYMENTS",
    usecase: "PAYMENT_DUE_REMINDER",
    industry: BOTH,
    header: "A payment is due soon",
    body: "Hello {{1}}, your payment of {{2}} is due on {{3}}. You can pay with the button below.",
    params: [of("TEXT", "Jon"), of("AMOUNT", "$75.00"), of("DATE", "2026-12-01")],
    buttons: [link("Pay")],
  },
  {
    name: "low_balance_1",
    language: "en_US",
    topic: "PAYMENTS",
    usecase: "LOW_BALANCE_WARNING",
    industry: BANKS,
    body: "The account that ends in {{1}} has {{2}} left, which is below the limit you chose.",
    params: [of("NUMBER", "1234"), of("AMOUNT", "$31.07")],
    buttons: [link("Open the account"), call("Call the bank")],
  },
  {
    name: "card_alert_1",
    language: "en_US",
    topic: "ACCOUNT_UPDATE",
    usecase: "FRAUD_ALERT",
    industry: BANKS,
    body: "Somebody paid {{1}} with your card that ends in {{2}} on {{3}}. Was it you?",
    params: [of("AMOUNT", "$310.00"), of("NUMBER", "1234"), of("DATE", "2026-11-23")],
    buttons: [
      { type: "QUICK_REPLY", text: "It was me" },
      { type: "QUICK_REPLY", text: "Block the card" },
    ],
  },
  {
    name: "statement_ready_1",
    language: "en_US",
    topic: "ACCOUNT_UPDATE",
    usecase: "STATEMENT_AVAILABLE",
    industry: BANKS,
    body: "Your statement of {{1}} is ready. We have sent a copy to {{2}} as well.",
    params: [of("DATE", "2026-11-01"), of("EMAIL", "ana@example.com")],
    buttons: [link("Open the statement")],
  },
  {
    name: "feedback_visit_1",
    language: "en_US",
    topic: "CUSTOMER_FEEDBACK",
    usecase: "FEEDBACK_SURVEY",
    industry: BOTH,
    body: "How was {{1}}? Call us under {{2}} or answer with a few words: we read all of them.",
    params: [of("TEXT", "your visit"), of("PHONE_NUMBER", "+1 555 010 0199")],
  },
  {
    name: "verify_code_1",
    language: "en_US",
    category: "AUTHENTICATION",
    topic: "IDENTITY_VERIFICATION",
    usecase: "ACCOUNT_CREATION_CONFIRMATION",
    industry: BOTH,
    body: "*{{1}}* is your verification code.",
    params: [of("NUMBER", "123456")],
    buttons: [{ type: "OTP", text: "Copy code", otp_type: "COPY_CODE" }],
  },
];

const FIRST_ID = 714_000_000_000_001;

/** Every template of the library, in each of its languages. */
export const LIBRARY: readonly LibraryTemplate[] = WRITTEN.map((written, index) => {
  const { params, category, ...rest } = written;
  return {
    ...rest,
    category: category ?? "UTILITY",
    ...(params === undefined
      ? {}
      : {
          body_params: params.map((it) => it.sample),
          body_param_types: params.map((it) => it.type),
        }),
    id: String(FIRST_ID + index),
  };
});
